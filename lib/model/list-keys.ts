// Pure: the keys of a list's table, for the list of shortcuts. The table listens for them itself, in its cells alone.

/** Of several keys each is one; `mod+c` as in the table of shortcuts. */
export const listKeys: { keys: string[]; label: string }[] = [
  { keys: ["← ↑ → ↓"], label: "Go from cell to cell" },
  { keys: ["Home", "End"], label: "First or last cell of the row; with Ctrl, of the page" },
  { keys: ["Page ↑", "Page ↓"], label: "So many rows up or down as are in sight" },
  { keys: ["Shift ← ↑ → ↓"], label: "Take further cells in" },
  { keys: ["Space"], label: "Select the row, or take it out" },
  { keys: ["Enter"], label: "Edit the cell, or open what it holds" },
  { keys: ["F2"], label: "Edit the cell, also a record's name" },
  { keys: ["Shift Enter"], label: "Read the whole value" },
  { keys: ["mod+c"], label: "Copy the cells" },
  { keys: ["mod+v"], label: "Paste, after a look at what changes" },
  { keys: ["Alt ↓"], label: "In a header: the menu of its column" },
];
