// Server or client: findings that somebody accepted: who, when, why, and the way back.
import { WithdrawForm } from "@/components/advisor/withdraw-form";
import type { FormAction } from "@/components/auth/form-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type AcceptedFinding, findingKey } from "@/lib/model/advice";

type AcceptedListProps = {
  accepted: AcceptedFinding[];
  /** None for those who may only look. */
  withdraw?: FormAction | undefined;
};

export function AcceptedList({ accepted, withdraw }: AcceptedListProps) {
  if (accepted.length === 0) return null;
  return (
    <section aria-labelledby="accepted" className="scroll-mt-4">
      <h2 id="accepted" className="mb-2 text-base font-semibold">
        Accepted, {accepted.length.toLocaleString("en")}
      </h2>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
        {accepted.map(({ finding, acceptance: { reason, actorName, at } }) => (
          <li
            key={findingKey(finding)}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-2.5"
          >
            <div className="min-w-0 flex-1 basis-64 text-pretty wrap-anywhere">
              <p className="font-medium">{finding.headline}</p>
              <p className="whitespace-pre-line">{reason}</p>
              <p className="text-xs text-muted">
                {actorName}, <RelativeTime at={at} literal={at} />
              </p>
            </div>
            {withdraw && <WithdrawForm finding={finding} withdraw={withdraw} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
