// Server: writes the sample data into empty tables.
import { getTableName, type Table } from "drizzle-orm";
import type postgres from "postgres";
import { appSettings, coachingSessions, progressTracking } from "@/lib/db/schema";
import { jobs, organisationMembers, organisations, users } from "@/lib/fastapp/schema";
import { frameworkRows } from "./framework";
import { jobRows } from "./jobs";
import { progressRows } from "./progress";
import { sessionRows } from "./sessions";
import { settingRows } from "./settings";

type SampleCounts = {
  organisations: number;
  users: number;
  sessions: number;
  progress: number;
  settings: number;
};

/** Whether none of the tables that {@link fillSampleData} writes to holds a row. */
export async function isEmpty(sql: postgres.ISql): Promise<boolean> {
  for (const table of [coachingSessions, progressTracking, appSettings, users, organisations]) {
    const rows = await sql`select from ${sql(getTableName(table))} limit 1`;
    if (rows.length > 0) return false;
  }
  return true;
}

/** Whether at least one session is of the sample data. */
export async function holdsSampleData(sql: postgres.ISql): Promise<boolean> {
  const ids = sessionRows(new Date(0)).map(({ id }) => id);
  const rows = await sql`
    select from ${sql(getTableName(coachingSessions))} where id = any(${ids}::uuid[]) limit 1`;
  return rows.length > 0;
}

/**
 * Writes everything in one transaction, in which it fails when some of it is there already.
 *
 * @param today Start of a UTC day; the same day gives the same rows.
 */
export async function fillSampleData(sql: postgres.Sql, today: Date): Promise<SampleCounts> {
  const framework = frameworkRows(today);
  const sessions = sessionRows(today);
  const progress = progressRows(sessions, today);
  const settings = settingRows(today);
  await sql.begin(async (transaction) => {
    await insertRows(transaction, organisations, framework.organisations);
    await insertRows(transaction, users, framework.users);
    await insertRows(transaction, organisationMembers, framework.members);
    await insertRows(transaction, jobs, jobRows(framework.users, today));
    await insertRows(transaction, coachingSessions, sessions);
    await insertRows(transaction, progressTracking, progress);
    await insertRows(transaction, appSettings, settings);
    for (const table of [users, jobs, coachingSessions, progressTracking, appSettings]) {
      await transaction`analyze ${transaction(getTableName(table))}`;
    }
  });
  return {
    organisations: framework.organisations.length,
    users: framework.users.length,
    sessions: sessions.length,
    progress: progress.length,
    settings: settings.length,
  };
}

/** One statement per table: Postgres itself reads each value as its column's type. */
async function insertRows(sql: postgres.ISql, table: Table, rows: object[]): Promise<void> {
  const name = sql(getTableName(table));
  const columns = sql(Object.keys(rows[0] ?? {}));
  // As text: whether a json parameter is serialized depends on who else configured this client.
  await sql`
    insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::text::jsonb)`;
}
