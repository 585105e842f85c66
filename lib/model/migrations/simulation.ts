// Pure: what a migrator would do next.

export type Simulation = {
  prefix: string;
  tool: "Drizzle 0.x" | "Drizzle v1";
  outcome: "runs" | "nothing to do" | "fails" | "refuses";
  /** What comes of it, in a sentence. */
  sentence: string;
  /** What the tool decides by. */
  reads: string;
  /** In the order in which they run. */
  steps: SimulatedStep[];
  /** Migrations without a row that it never looks at again. */
  passesOver: { tag: string; why: string }[];
};

export type SimulatedStep = {
  /** None for what the tool does to its own ledger. */
  tag: string | null;
  /** It has run here before. */
  isRepeated: boolean;
  statements: { summary: string; line: number | null }[];
};
