// Pure: the look that input, textarea and select share.

export const controlClass =
  "w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-sm text-ink transition-colors " +
  "hover:border-muted focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 " +
  "aria-invalid:border-red aria-invalid:focus-visible:outline-red " +
  "read-only:[&:not(select)]:bg-sunken read-only:[&:not(select)]:text-muted disabled:bg-sunken disabled:opacity-60";
