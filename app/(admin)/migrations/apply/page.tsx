// Server: applying what is pending. Owners only; what the endpoint checks is said here before anyone tries.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LastRun } from "@/app/(admin)/migrations/apply/last-run";
import { ApplyBackup } from "@/components/migrations/apply-backup";
import { ApplyForm } from "@/components/migrations/apply-form";
import { ApplyNotAllowed } from "@/components/migrations/apply-not-allowed";
import { ApplyRefused } from "@/components/migrations/apply-refused";
import { LockReceipt } from "@/components/migrations/lock-receipt";
import { NextRun } from "@/components/migrations/next-run";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireRole, requireSession } from "@/lib/auth/actor";
import { isConfirmed } from "@/lib/auth/confirmation";
import { databaseLabel } from "@/lib/db/label";
import { simulate } from "@/lib/migrations/judge/simulate";
import type { Judged } from "@/lib/migrations/prefix-status";
import { receiptFor } from "@/lib/migrations/report";
import { isApplyAllowed } from "@/lib/migrations/run/apply";
import { applyPlanOf, backupFor } from "@/lib/migrations/run/apply-plan";
import { judgeAll } from "@/lib/migrations/status";
import { pendingOf } from "@/lib/model/migrations/status";

export const metadata: Metadata = { title: "Apply migrations" };

type Parameters = Record<"prefix" | "run" | "problem", string | string[] | undefined>;

export default async function ApplyPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  await requireRole("owner");
  const { prefix, run, problem } = await searchParams;
  const all = await judgeAll();
  const judged = prefix ? all.filter(({ status }) => status.prefix === prefix) : all;
  if (judged.length === 0) notFound();
  return (
    <Page width="reading">
      <PageHeader
        title="Apply migrations"
        description={`On ${databaseLabel()}, prefix by prefix, each in one transaction: all of it or nothing.`}
        breadcrumb={
          <Breadcrumb steps={[{ label: "Migrations", href: "/migrations" }, { label: "Apply" }]} />
        }
      />
      <div className="flex flex-col gap-6 px-4 pt-2 md:px-6">
        <LastRun run={run} problem={problem} />
        <Plan judged={judged} isAlone={Boolean(prefix)} problem={problem} />
      </div>
    </Page>
  );
}

/** Of a form that was sent without scripts. */
const passwordErrors: Record<string, string> = {
  password: "This is not your password.",
  unconfirmed: "Enter your password.",
};

type PlanProps = {
  judged: Judged[];
  isAlone: boolean;
  problem: Parameters["problem"];
};

async function Plan({ judged, isAlone, problem }: PlanProps) {
  const statuses = judged.map(({ status }) => status);
  const { prefixes, refused } = applyPlanOf(statuses, isAlone);
  if (refused.length > 0) return <ApplyRefused refused={refused} plan={prefixes} />;
  if (prefixes.length === 0) {
    return (
      <EmptyState
        title="Nothing to apply"
        actions={<LinkButton href="/migrations">See the status</LinkButton>}
      >
        No migration of {statuses.map(({ prefix }) => prefix).join(", ")} is pending on this
        database.
      </EmptyState>
    );
  }
  if (!isApplyAllowed()) {
    return (
      <div className="flex flex-col gap-6">
        <ApplyNotAllowed statuses={statuses} plan={prefixes} />
        <Consequences judged={judged} />
      </div>
    );
  }
  const session = await requireSession();
  const [isSure, backup] = await Promise.all([isConfirmed(session), backupFor(statuses)]);
  return (
    <ApplyForm
      plan={prefixes}
      action="/api/migrations/apply"
      {...(!isSure && { email: session.actor.email })}
      passwordError={passwordErrors[String(problem)]}
    >
      <Consequences judged={judged} />
      <ApplyBackup {...backup} />
    </ApplyForm>
  );
}

/** What drizzle's own migrator would do, which ours does, and what that locks. */
function Consequences({ judged }: { judged: Judged[] }) {
  const due = judged.filter(({ status }) => pendingOf(status).length > 0);
  const simulations = due.flatMap(({ facts }) => simulate(facts).slice(0, 1));
  const receipt = receiptFor(due);
  return (
    <>
      {receipt && <LockReceipt receipt={receipt} />}
      <NextRun simulations={simulations} title="Statement by statement" />
    </>
  );
}
