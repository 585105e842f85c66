"use client";
// Client: the open editors of a list's cells, and the preview of a paste.
import { CellEditor } from "@/components/list/cell-editor";
import { PastePreview } from "@/components/list/paste-preview";
import type { CellEditingProps, OpenEdit, Pasted } from "@/components/list/use-cell-editing";

type PartsProps = CellEditingProps & {
  edits: OpenEdit[];
  pasted: Pasted | undefined;
  onEditClosed: (edit: OpenEdit) => void;
  onPasteClosed: () => void;
};

export default function CellEditing({
  edits,
  pasted,
  onEditClosed,
  onPasteClosed,
  ...props
}: PartsProps) {
  return (
    <>
      {edits.map((edit) => (
        <CellEditor
          key={`${edit.id} ${edit.field.name}`}
          {...props}
          edit={edit}
          onClose={() => onEditClosed(edit)}
        />
      ))}
      {pasted && <PastePreview {...props} pasted={pasted} onClose={onPasteClosed} />}
    </>
  );
}
