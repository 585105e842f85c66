// Server: one migration: what became of it, what it changes, what each statement costs, its SQL.
import { ArrowLeft, ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MigrationDetail } from "@/components/migrations/migration-detail";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { migrationReport } from "@/lib/migrations/report";
import {
  type MigrationStatus,
  migrationHref,
  type PrefixStatus,
} from "@/lib/model/migrations/status";

type Props = { params: Promise<{ prefix: string; migration: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { migration } = await params;
  return { title: decoded(migration) ?? "Migration" };
}

export default async function MigrationPage({ params }: Props) {
  await requireActor();
  const { prefix, migration: segment } = await params;
  const name = decoded(segment);
  const report = name === undefined ? undefined : await migrationReport(prefix, name);
  if (!report) notFound();
  const { status, migration, older, newer } = report;
  return (
    <Page width="reading">
      <PageHeader
        title={<span className="font-mono">{migration.tag}</span>}
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Migrations", href: "/migrations" },
              { label: prefix, href: `/migrations/${encodeURIComponent(prefix)}` },
              { label: migration.tag },
            ]}
          />
        }
        actions={<Neighbours status={status} older={older} newer={newer} />}
      />
      <MigrationDetail {...report} />
    </Page>
  );
}

/** None for what no address of ours is. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

type NeighboursProps = {
  status: PrefixStatus;
  older: MigrationStatus | undefined;
  newer: MigrationStatus | undefined;
};

function Neighbours({ status, older, newer }: NeighboursProps) {
  return (
    <nav aria-label="Neighbours" className="flex gap-2 print:hidden">
      {older && (
        <LinkButton href={migrationHref(status, older)} size="sm" title={older.tag}>
          <ArrowLeft aria-hidden />
          Older
        </LinkButton>
      )}
      {newer && (
        <LinkButton href={migrationHref(status, newer)} size="sm" title={newer.tag}>
          Newer
          <ArrowRight aria-hidden />
        </LinkButton>
      )}
    </nav>
  );
}
