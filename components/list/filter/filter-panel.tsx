"use client";
// Client: where a condition is made or changed: its field, then what is asked of it.
import { useState } from "react";
import { ConditionEditor } from "@/components/list/filter/condition-editor";
import { FieldChoice } from "@/components/list/filter/field-choice";
import type { ListToolbarProps } from "@/components/list/list-toolbar";
import { newDraft } from "@/lib/model/filter/draft";
import {
  type PartPath,
  partAt,
  withAlternative,
  withChanged,
  withCondition,
  withoutPart,
} from "@/lib/model/filter/edit";
import { type Condition, type Group, isGroup } from "@/lib/model/filter/filter";
import { isFilterField } from "@/lib/model/filter/operators";
import { fieldOf } from "@/lib/model/resource";

export type Editing = {
  /** What is changed; a new condition where left out. */
  path?: PartPath;
  /** A new condition beside the one at `path`: either may match. */
  isAlternative?: boolean;
};

type FilterPanelProps = ListToolbarProps & {
  editing: Editing;
  /** The panel closes unless there is something `next`. */
  apply: (where: Group, next?: Editing) => void;
};

export default function FilterPanel(props: FilterPanelProps) {
  const { resource, query, editing, apply } = props;
  const { path, isAlternative = false } = editing;
  const [draft, setDraft] = useState(() => changedCondition(props));
  const field = draft && fieldOf(resource, draft.field);
  if (!draft || !field) {
    return (
      <FieldChoice
        label={isAlternative ? "Or where" : "Filter by"}
        fields={resource.fields.filter(isFilterField)}
        onChoose={(chosen) => setDraft(newDraft(chosen))}
      />
    );
  }
  const isNew = path === undefined || isAlternative;
  const filterWith = (condition: Condition) => {
    if (!path) return withCondition(query.where, condition);
    return isAlternative
      ? withAlternative(query.where, path, condition)
      : withChanged(query.where, path, condition);
  };
  return (
    <ConditionEditor
      {...props}
      {...{ field, draft, setDraft, isNew, filterWith }}
      changeField={() => setDraft(undefined)}
      save={(condition) => apply(filterWith(condition))}
      saveAndWiden={(condition) => {
        const where = filterWith(condition);
        const at = path ?? [where.parts.length - 1];
        apply(where, {
          path: isAlternative ? lastAlternative(where, at) : at,
          isAlternative: true,
        });
      }}
      remove={isNew ? undefined : () => path && apply(withoutPart(query.where, path))}
    />
  );
}

function changedCondition({ query, editing }: FilterPanelProps): Condition | undefined {
  if (!editing.path || editing.isAlternative) return undefined;
  const part = partAt(query.where, editing.path);
  return part && !isGroup(part) ? part : undefined;
}

/** In the group that now stands where `path` begins. */
function lastAlternative(where: Group, path: PartPath): PartPath {
  const [index = 0] = path;
  const group = partAt(where, [index]);
  return group && isGroup(group) ? [index, group.parts.length - 1] : [index];
}
