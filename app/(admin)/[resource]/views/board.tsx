// Server: the board of a resource, or, where no script runs, the form that moves one of its cards.
import { Database } from "lucide-react";
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { askForMove, moveCard } from "@/app/(admin)/[resource]/board-actions";
import { BoardMove } from "@/app/(admin)/[resource]/views/board-move";
import { parseBoardParams } from "@/app/(admin)/[resource]/views/board-params";
import { Board } from "@/app/(admin)/[resource]/views/loaded";
import { MissingTable } from "@/app/(admin)/[resource]/views/missing-table";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/policy";
import { isMissingRelation, isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import type { Resource } from "@/lib/model/resource";
import { viewHref } from "@/lib/model/view";
import { optionsOf, readBoard } from "@/lib/records/board";

type BoardViewProps = ViewProps<"board">;

/**
 * Not streamed: its first refresh would then put another tree in the place of the document's, and the board would lose
 * how far it is scrolled and what the person has in hand.
 */
export default function BoardView({ actor, registered, view, params }: BoardViewProps) {
  const options = optionsOf(registered, view);
  const asked = parseBoardParams(registered.resource, options, params);
  if (asked.move !== undefined) {
    return <BoardMove {...{ actor, registered, view, id: asked.move, to: asked.to }} />;
  }
  return (
    <>
      {asked.notices.map((notice) => (
        <Notice key={notice} tone="warning" className="mx-4 mb-2 md:mx-6">
          {notice}
        </Notice>
      ))}
      <Loaded {...{ actor, registered, view, asked }} />
    </>
  );
}

type LoadedProps = Pick<BoardViewProps, "actor" | "registered" | "view"> & {
  asked: ReturnType<typeof parseBoardParams>;
};

async function Loaded({ actor, registered, view, asked }: LoadedProps) {
  const { resource } = registered;
  const board = await load({ actor, registered, view, asked });
  if (typeof board === "string") return <NoBoard resource={resource} by={view.by} reason={board} />;
  const isMovable = resource.key.length > 0 && can(actor, "update", resource);
  return (
    <Board
      {...{ resource, view, board }}
      places={asked.current}
      canMove={isMovable}
      actions={{ move: moveCard, ask: askForMove, undo: undoChange }}
      now={new Date().toISOString()}
    />
  );
}

async function load({ actor, registered, view, asked }: LoadedProps) {
  try {
    return await readBoard(actor, registered, view, asked.places);
  } catch (error) {
    if (isMissingRelation(error)) return "missing";
    if (isUnreadableLiteral(error)) return "unlike";
    if (isQueryCanceled(error)) return "slow";
    throw error;
  }
}

type NoBoardProps = { resource: Resource; by: string; reason: "missing" | "unlike" | "slow" };

function NoBoard({ resource, by, reason }: NoBoardProps) {
  if (reason === "slow") {
    const order = resource.list.sort.map(({ field }) => field).join(", ");
    return (
      <EmptyState
        icon={<Database />}
        title="The database took too long"
        actions={<LinkButton href={viewHref(resource, "list")}>Go to the list</LinkButton>}
      >
        A board reads each column by itself. An index on{" "}
        <code>{[by, order].filter(Boolean).join(", ")}</code> makes that quick.
      </EmptyState>
    );
  }
  return (
    <MissingTable resource={resource}>
      {reason === "unlike" && (
        <>
          One of the options of <code>{by}</code> is not a value that its column takes here.
        </>
      )}
    </MissingTable>
  );
}
