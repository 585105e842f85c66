// Pure: what the controls of record forms are called.

export const names = {
  text: (field: string) => `text:${field}`,
  choice: (field: string) => `choice:${field}`,
  /** Controls that offer values, NULL and the default in one list: `=literal`, `null` or `default`. */
  pick: (field: string) => `pick:${field}`,
  seen: "seen",
  submission: "submission",
};
