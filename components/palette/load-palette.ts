// Client: fetches the palette's code; asked again, it is there.
export const loadPalette = () => import("@/components/palette/palette");
