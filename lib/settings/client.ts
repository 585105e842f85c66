// Server: settings by their keys, as values of the types that their contract declares.
import "server-only";
import { type Contract, settingOf, type ValueOf } from "@/lib/model/settings/contract";
import { type EffectiveSource, effectiveValue } from "@/lib/settings/effective";
import type { StoredRows } from "@/lib/settings/stored";

type Key<C extends Contract> = Extract<keyof C, string>;
type SettingValues<C extends Contract> = { [K in Key<C>]: ValueOf<C[K]> };

export type Settings<C extends Contract> = {
  /**
   * The environment's value where it is set, else the stored one, else the default. A value that its declaration
   * refuses is passed over, with a line in the log.
   * @throws DatabaseUnavailable only when the database has never answered
   */
  get<K extends Key<C>>(key: K): Promise<ValueOf<C[K]>>;
  all(): Promise<SettingValues<C>>;
};

type Around = {
  rows: StoredRows;
  environment: (name: string) => string | undefined;
  onRefused: (key: string, from: EffectiveSource) => void;
};

export function createSettings<C extends Contract>(contract: C, around: Around): Settings<C> {
  const refused = new Set<string>();

  /** One line a refusal, until it is mended. */
  function tell(key: string, problems: Partial<Record<EffectiveSource, string>>): void {
    for (const from of ["environment", "stored"] as const) {
      const name = `${from} ${key}`;
      if (!problems[from]) refused.delete(name);
      else if (!refused.has(name)) {
        refused.add(name);
        around.onRefused(key, from);
      }
    }
  }

  async function read(key: string): Promise<unknown> {
    const setting = settingOf(contract, key);
    if (!setting) throw new Error(`No setting ${key} is declared.`);
    const { env } = setting.about;
    const rows = await around.rows.current();
    const { value, problems } = effectiveValue(setting, {
      environment: env && around.environment(env),
      stored: rows.get(key)?.value,
    });
    tell(key, problems);
    return value;
  }

  return {
    get: (key) => read(key) as Promise<ValueOf<C[typeof key]>>,
    async all() {
      const keys = Object.keys(contract);
      const values = await Promise.all(keys.map(read));
      return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as SettingValues<C>;
    },
  };
}
