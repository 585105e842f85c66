// Server: the form that moves a card where no script runs: where it may go, then what that asks for.
import { moveCardAndReturn } from "@/app/(admin)/[resource]/board-actions";
import { findQuestion } from "@/app/(admin)/[resource]/views/board-question";
import { MoveForm } from "@/app/(admin)/[resource]/views/loaded";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import { OptionBadge } from "@/components/list/option-badge";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/policy";
import { arrivalOf, targetsOf } from "@/lib/model/board";
import { viewHref } from "@/lib/model/view";
import { optionsOf } from "@/lib/records/board";

type BoardMoveProps = Pick<ViewProps<"board">, "actor" | "registered" | "view"> & {
  id: string;
  to?: string;
};

export async function BoardMove({ actor, registered, view, id, to }: BoardMoveProps) {
  const { resource } = registered;
  const question = await findQuestion(actor, registered, view, { id, to: to ?? "" });
  const state = question?.initial.seen[view.by] ?? null;
  const targets = can(actor, "update", resource)
    ? targetsOf(view, optionsOf(registered, view), state)
    : [];
  const back = <LinkButton href={viewHref(resource, "board")}>Back to the board</LinkButton>;
  return (
    <section aria-labelledby="move-heading" className="w-full max-w-[560px] px-4 md:px-6">
      <h2 id="move-heading" className="mb-3 text-lg font-semibold wrap-anywhere">
        Move {question ? `“${question.title}”` : `this ${resource.singular}`}
      </h2>
      {!question || targets.length === 0 ? (
        <Notice tone="warning" actions={back}>
          {question ? "There is nowhere it may be moved to." : "It no longer exists."}
        </Notice>
      ) : to && targets.includes(to) ? (
        <MoveForm
          resource={resource}
          question={question}
          action={moveCardAndReturn.bind(null, resource.slug, id, to)}
          label={`Move to ${to}`}
          cancel={back}
        />
      ) : (
        <>
          <p className="mb-3 flex items-center gap-2 text-sm text-muted">
            It is <OptionBadge option={state ?? "NULL"} /> now.
          </p>
          <ul className="flex flex-col gap-2">
            {targets.map((target) => (
              <li key={target}>
                {arrivalOf(view, target).ask.length > 0 ? (
                  <LinkButton href={viewHref(resource, "board", { move: id, to: target })}>
                    Move to {target} …
                  </LinkButton>
                ) : (
                  <MoveForm
                    resource={resource}
                    question={{ ...question, initial: { ...question.initial, entries: {} } }}
                    action={moveCardAndReturn.bind(null, resource.slug, id, target)}
                    label={`Move to ${target}`}
                  />
                )}
              </li>
            ))}
          </ul>
          <p className="mt-4">{back}</p>
        </>
      )}
    </section>
  );
}
