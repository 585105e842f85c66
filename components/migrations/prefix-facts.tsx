// Server or client: where a prefix's migrations come from and how many have run.
import { Fact } from "@/components/migrations/fact";
import { isJudged, type PrefixStatus, pendingOf, recordedOf } from "@/lib/model/migrations/status";

export function PrefixFacts({ status }: { status: PrefixStatus }) {
  const known = isJudged(status);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-[auto_auto_1fr_1fr_1fr]">
      <Fact term="Applied">{known ? recordedOf(status).length : "unknown"}</Fact>
      <Fact term="Pending">{known ? pendingOf(status).length : "unknown"}</Fact>
      <Fact term="Ledger" isWide>
        <code>{status.ledger}</code>
      </Fact>
      <Fact term="Folder" isWide>
        <code>{status.folder}</code>
      </Fact>
      <Fact term="Command" isWide>
        <code>npm run {status.script}</code>
      </Fact>
    </dl>
  );
}
