// Server: the verdict on all prefixes' migrations, in a line; those that are not clean by name.
import { AttentionLine, AttentionRecord } from "@/app/(admin)/overview/attention-line";
import { counted } from "@/lib/model/counted";
import { type PrefixStatus, verdictOf } from "@/lib/model/migrations/status";

export function MigrationsLine({ statuses }: { statuses: PrefixStatus[] }) {
  const unclean = statuses.filter((status) => verdictOf(status) !== "clean");
  const isWrong = unclean.some((status) => verdictOf(status) === "wrong");
  if (unclean.length === 0) {
    return (
      <AttentionLine
        look="fine"
        href="/migrations"
        title={`Migrations: ${counted(statuses.length, "group")} of tables up to date`}
      />
    );
  }
  return (
    <AttentionLine
      look={isWrong ? "wrong" : "waiting"}
      href="/migrations"
      title={isWrong ? "Migrations need attention" : "Migrations are pending"}
    >
      {unclean.map(({ prefix, headline }) => (
        <AttentionRecord
          key={prefix}
          href={`/migrations/${encodeURIComponent(prefix)}`}
          title={prefix}
        >
          {headline}
        </AttentionRecord>
      ))}
    </AttentionLine>
  );
}
