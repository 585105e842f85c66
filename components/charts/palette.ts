// Client: the tokens of the stylesheet as colours that a canvas knows, read anew when the theme changes.

/** Each line's colour has a class for what stands beside the canvas in the same colour. */
export const lineColours = [
  { token: "--color-accent-text", className: "text-accent-text" },
  { token: "--color-amber", className: "text-amber" },
  { token: "--color-green", className: "text-green" },
  { token: "--color-red", className: "text-red" },
  { token: "--color-blue", className: "text-blue" },
  { token: "--color-violet", className: "text-violet" },
  { token: "--color-muted", className: "text-muted" },
] as const;

/** Beside the colour, so that it never speaks alone. */
export const lineDashes = [[], [7, 4], [2, 3], [11, 4, 2, 4], [4, 2], [14, 3], [1, 3]];

export type Palette = {
  lines: { stroke: string; faint: string; band: string }[];
  axis: string;
  grid: string;
  event: string;
  surface: string;
};

export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement("span");
  host.append(probe);
  // `light-dark()` is resolved by the element's own scheme, which a canvas does not have.
  const resolved = (colour: string) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const mixed = (token: string, percent: number) =>
    resolved(`color-mix(in oklab, var(${token}) ${percent}%, transparent)`);
  const palette = {
    lines: lineColours.map(({ token }) => ({
      stroke: resolved(`var(${token})`),
      faint: mixed(token, 38),
      band: mixed(token, 11),
    })),
    axis: resolved("var(--color-muted)"),
    grid: resolved("var(--color-line)"),
    event: resolved("var(--color-amber)"),
    surface: resolved("var(--color-surface)"),
  };
  probe.remove();
  return palette;
}

/** @returns what ends it */
export function onThemeChange(act: () => void): () => void {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(act);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  scheme.addEventListener("change", act);
  return () => {
    observer.disconnect();
    scheme.removeEventListener("change", act);
  };
}
