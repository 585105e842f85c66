// Server: the product's name, the way home, and which database this is.
import { Database } from "lucide-react";
import Link from "next/link";
import { Badge, type Tone } from "@/components/ui/badge";

export type Environment = { label: string; tone: Tone };

type ProductProps = { name: string; environment: Environment };

export function Product({ name, environment }: ProductProps) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <Link
        href="/"
        className="flex h-7 max-w-full items-center gap-2 rounded-md text-sm font-semibold pointer-coarse:h-9"
      >
        <ProductMark />
        <span className="truncate">{name}</span>
      </Link>
      <EnvironmentBadge {...environment} />
    </div>
  );
}

export function EnvironmentBadge({ label, tone }: Environment) {
  return (
    <Badge tone={tone} icon={<Database aria-hidden />} title={`Database ${label}`}>
      {label}
    </Badge>
  );
}

export function ProductMark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-5 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M9 10.5h14M9 16h9M9 21.5h4.5"
        className="fill-none stroke-on-accent stroke-3 [stroke-linecap:round]"
      />
    </svg>
  );
}
