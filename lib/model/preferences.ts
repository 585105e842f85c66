// Pure: what a person chose about the frame; kept in cookies, so that the server draws the first frame right.

export const preferences = {
  theme: ["system", "light", "dark"],
  sidebar: ["open", "collapsed"],
  /** Those of a single key, which speech input and slips of the hand would press. */
  shortcuts: ["on", "off"],
} as const;

export type PreferenceName = keyof typeof preferences;
export type Preferences = { [Name in PreferenceName]: (typeof preferences)[Name][number] };
export type Theme = Preferences["theme"];

/** The given value where it is one of the choices, else the first of them. */
export function preference<Name extends PreferenceName>(
  name: Name,
  value: string | undefined,
): Preferences[Name] {
  const choices: readonly string[] = preferences[name];
  return (value && choices.includes(value) ? value : choices[0]) as Preferences[Name];
}
