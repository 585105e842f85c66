"use client";
// Client: what would be saved, before it is: each setting as it was and as it will be. In the page itself where no script runs.
import { useRef } from "react";
import { ReviewedItem } from "@/components/settings/reviewed-item";
import { Dialog, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { counted } from "@/lib/model/counted";
import { settingNames } from "@/lib/model/settings/form";
import type { ReviewedSetting } from "@/lib/model/settings/review";

export const reviewId = "settings-review";

type ReviewDialogProps = { review: ReviewedSetting[] | undefined; error: string | undefined };

export function ReviewDialog({ review: present, error }: ReviewDialogProps) {
  const isHydrated = useIsHydrated();
  // What was last looked at stays while the dialog fades.
  const last = useRef<ReviewedSetting[]>([]);
  if (present) last.current = present;
  const review = last.current;
  const body = (
    <>
      {error && <Notice tone="danger" title={error} live />}
      <ul className="divide-y divide-line rounded-md border border-line">
        {review.map((setting) => (
          <ReviewedItem key={setting.key} setting={setting} />
        ))}
      </ul>
      {review.some(({ isPublic }) => isPublic) && <Confirmation review={review} />}
    </>
  );
  const save = (
    <SubmitButton name={settingNames.intent} value="save" pendingLabel="Saving">
      Save {counted(review.length, "setting")}
    </SubmitButton>
  );
  const description = "They are saved together, and one undo takes all of them back.";
  if (isHydrated) {
    return (
      <Dialog id={reviewId} title="Review changes" description={description} width="md">
        {body}
        <DialogFooter>
          <DialogClose dialog={reviewId}>Keep editing</DialogClose>
          {save}
        </DialogFooter>
      </Dialog>
    );
  }
  if (!present) return null;
  return (
    <section
      aria-labelledby={reviewId}
      className="mb-8 flex flex-col gap-4 rounded-lg border border-line p-5"
    >
      <h2 id={reviewId} className="text-lg font-semibold">
        Review changes
      </h2>
      {body}
      {save}
    </section>
  );
}

function Confirmation({ review }: { review: ReviewedSetting[] }) {
  const opened = review.filter(({ isPublic }) => isPublic).length;
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        name={settingNames.confirm}
        value="true"
        required
        className="mt-0.5 size-4 accent-accent"
      />
      <span>
        Let everybody read {opened === 1 ? "this setting" : `these ${opened} settings`} without
        signing in, at <code>/api/settings/public</code>
      </span>
    </label>
  );
}
