// Server or client: a person's initials on a hue of their own. Decoration: the name stands beside it.

type AvatarProps = { name: string; size?: "sm" | "md"; className?: string };

const sizes = { sm: "size-5 text-[9px]", md: "size-7 text-2xs" };

export function Avatar({ name, size = "sm", className = "" }: AvatarProps) {
  const hue = hueOf(name);
  return (
    <span
      aria-hidden
      style={{
        backgroundColor: `light-dark(oklch(0.91 0.05 ${hue}), oklch(0.36 0.07 ${hue}))`,
        color: `light-dark(oklch(0.38 0.1 ${hue}), oklch(0.9 0.06 ${hue}))`,
      }}
      className={`inline-grid shrink-0 place-items-center rounded-full font-semibold select-none ${sizes[size]} ${className}`}
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s@._-]+/u)
    .filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => Array.from(word ?? "")[0]?.toUpperCase() ?? "").join("") || "?";
}

function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 4093;
  return hash % 360;
}
