// Server or client: a quiet block of the final size, until the real thing arrives.

/** Give it the size of what it stands for, e.g. `h-4 w-32`. */
export function Skeleton({ className = "" }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={`block animate-shimmer rounded-sm bg-pressed motion-reduce:animate-none ${className}`}
    />
  );
}
