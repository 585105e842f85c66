// Pure: what a search over every resource is asked, and what it answers.

export type Found = {
  href: string;
  title: string;
  /** What tells it from others of the same title: whose it is, its state, its day. */
  detail: string;
};

export type FoundGroup = {
  label: string;
  found: Found[];
  /** There are others beyond those. */
  hasMore: boolean;
};

export type Findings = {
  groups: FoundGroup[];
  /** Labels of what there was no time to search to the end. */
  unfinished: string[];
};

const maxSearchLength = 100;

/** What was typed, as far as it is searched for. */
export function searchText(given: string | string[] | null | undefined): string {
  if (typeof given !== "string") return "";
  return given.slice(0, maxSearchLength).replaceAll("\0", "").toWellFormed().trim();
}

/** Of an earlier answer what surely answers `text` too, so that typing on never shows what does not match. */
export function stillMatching({ groups, unfinished }: Findings, text: string): Findings {
  const matches = ({ title, detail, href }: Found) =>
    [title, detail, href].some((told) => told.toLowerCase().includes(text.toLowerCase()));
  return {
    groups: groups
      .map((group) => ({ ...group, found: group.found.filter(matches) }))
      .filter(({ found }) => found.length > 0),
    unfinished,
  };
}

/** "Sessions and Progress were not searched to the end." */
export function unfinishedSentence(labels: string[]): string | undefined {
  if (labels.length === 0) return undefined;
  const names = new Intl.ListFormat("en").format(labels);
  return `${names} could not be searched to the end in time. Type more of the title, or the whole id.`;
}
