// Server: the frame of the pages before one is signed in: the product, one task, and which database it is about.
import type { ReactNode } from "react";
import { type Environment, EnvironmentBadge, ProductMark } from "@/components/shell/product";

type EntranceProps = {
  product: string;
  environment: Environment;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
};

export function Entrance({ product, environment, title, description, children }: EntranceProps) {
  return (
    <main className="grid min-h-dvh grid-rows-[1fr_auto] justify-items-center px-4">
      <div className="flex w-full max-w-[344px] flex-col gap-6 self-center py-12">
        <header className="flex flex-col items-center gap-1 text-center">
          <span className="mb-4 [&_svg]:size-10">
            <ProductMark />
          </span>
          <p className="text-sm text-muted">{product}</p>
          <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
          {description && <p className="mt-1 text-sm text-pretty text-muted">{description}</p>}
        </header>
        {children}
      </div>
      <footer className="pt-4 pb-8">
        <EnvironmentBadge {...environment} />
      </footer>
    </main>
  );
}
