// Server: the API's reference: how it works, and every operation of the group that is asked for.
import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiGuide } from "@/components/api-docs/api-guide";
import { GroupList } from "@/components/api-docs/group-list";
import { OperationView } from "@/components/api-docs/operation-view";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { nextApi } from "@/lib/api/next-api";
import { referenceOf } from "@/lib/api/openapi/reference";
import { requireActor } from "@/lib/auth/actor";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "API" };

type Props = { searchParams: Promise<{ of?: string | string[] }> };

export default async function ApiDocsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const group = [(await searchParams).of].flat()[0];
  const document = await (await nextApi()).document(actor);
  const origin = await publicAddress();
  const reference = referenceOf(document, group ?? "", origin);
  return (
    <Page width="reading">
      <PageHeader
        title="API"
        description="Records of every resource over HTTP, by the rules that the pages follow."
        actions={
          <>
            <a href="/api/openapi.json" className={buttonClass({ variant: "secondary" })}>
              OpenAPI document
            </a>
            <LinkButton href="/account#tokens" variant="secondary">
              Your tokens
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-x-8 gap-y-4 px-4 pt-2 md:px-6 lg:grid-cols-[180px_minmax(0,1fr)]">
        <GroupList groups={reference.groups} current={group} />
        <div className="flex min-w-0 flex-col gap-6">
          {group === undefined ? (
            <ApiGuide origin={origin} />
          ) : reference.operations.length === 0 ? (
            <EmptyState title="There is no such part of the API">
              Choose one from the list.
            </EmptyState>
          ) : (
            reference.operations.map((operation) => (
              <OperationView key={operation.id} operation={operation} />
            ))
          )}
        </div>
      </div>
    </Page>
  );
}

/** As configured, else as this request came. */
async function publicAddress(): Promise<string> {
  const given = await headers();
  const scheme = given.get("x-forwarded-proto")?.split(",")[0] ?? "http";
  return env().PUBLIC_URL?.replace(/\/$/, "") ?? `${scheme}://${given.get("host") ?? "localhost"}`;
}
