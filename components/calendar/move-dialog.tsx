"use client";
// Client: another date and time for a record, typed or picked: the way to move it without dragging.
import type { SubmitEvent } from "react";
import type { Reschedule } from "@/components/calendar/use-reschedule";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import type { Day } from "@/lib/model/calendar/day";
import { atTime, dayOf, onDay, timeText, wallAtMinute } from "@/lib/model/calendar/wall";
import { wallWords } from "@/lib/model/calendar/words";

export const moveDialogId = "move-on-calendar";

type MoveDialogProps = {
  event: CalendarEvent | undefined;
  zone: string;
  today: Day;
  reschedule: Reschedule;
};

export function MoveDialog({ event, zone, today, reschedule }: MoveDialogProps) {
  const wall = event?.wall ?? wallAtMinute(today, 9 * 60);
  const submit = (submitted: SubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = new FormData(submitted.currentTarget);
    submitted.currentTarget.closest("dialog")?.close();
    if (event) reschedule(event, atTime(onDay(wall, textOf(form, "date")), textOf(form, "time")));
  };
  return (
    <Dialog
      id={moveDialogId}
      title={`Move ${event?.title ?? ""}`}
      description={
        event?.wall ? `It is planned for ${wallWords(event.wall)}.` : "It has no time yet."
      }
    >
      <form key={`${event?.id} ${event?.wall}`} onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field id="move-date" label="Date">
            {(control) => (
              <Input
                {...control}
                type="date"
                name="date"
                required
                min="1000-01-01"
                max="9998-12-31"
                defaultValue={dayOf(wall)}
              />
            )}
          </Field>
          <Field id="move-time" label="Time" hint={zone}>
            {(control) => (
              <Input {...control} type="time" name="time" required defaultValue={timeText(wall)} />
            )}
          </Field>
        </div>
        <DialogFooter>
          <DialogClose dialog={moveDialogId} />
          <Button type="submit" variant="primary">
            Move
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name));
}
