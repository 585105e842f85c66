// Client: the question before a person is disabled.
import { Dialog, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";

type DisableDialogProps = {
  id: string;
  person: { id: string; name: string };
  act: (form: FormData) => void;
};

export function disableDialogId(person: { id: string }): string {
  return `disable-${person.id}`;
}

export function DisableDialog({ id, person, act }: DisableDialogProps) {
  return (
    <Dialog
      id={id}
      title={`Disable ${person.name}?`}
      description="They are signed out everywhere at once and cannot sign in until an owner enables them. Their changes stay in the history."
    >
      <form action={act} onSubmit={(event) => event.currentTarget.closest("dialog")?.close()}>
        <input type="hidden" name="id" value={person.id} />
        <input type="hidden" name="deed" value="disable" />
        <DialogFooter>
          <DialogClose dialog={id} />
          <SubmitButton variant="danger" pendingLabel="Disabling">
            Disable {person.name}
          </SubmitButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
