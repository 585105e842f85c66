// Pure: what the sidebar shows.

export type NavigationLink = { href: string; label: string };

export type Navigation = {
  /** Declared resources, in the order of admin.config.ts. */
  resources: NavigationLink[];
  /** Every prefix's other tables. */
  prefixes: { prefix: string; label: string; links: NavigationLink[] }[];
};
