// Pure: the frame that a board and its skeleton share.

export const boardClass =
  "relative flex min-h-0 flex-1 gap-3 overflow-x-auto overscroll-x-contain px-4 pt-1 pb-4 md:px-6";

export const columnClass =
  "flex min-h-0 w-[280px] shrink-0 grow flex-col rounded-lg bg-sunken ring-1 ring-line ring-inset " +
  "transition-[opacity,background-color] md:max-w-[400px]";
