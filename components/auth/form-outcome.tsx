// Server or client: what came of a form, where the form is; spoken when it appears.
import type { FormState } from "@/components/auth/form-state";
import { Notice } from "@/components/ui/notice";

export function FormOutcome({ state }: { state: FormState }) {
  const message = state.formError ?? state.done;
  if (!message) return null;
  return (
    <Notice tone={state.formError ? "danger" : "success"} live>
      {message}
    </Notice>
  );
}
