"use client";
// Client: stays at the window's foot while something is edited: how much, and the ways on.
import { buttonClass } from "@/components/ui/button-class";
import { SubmitButton } from "@/components/ui/submit-button";
import { counted } from "@/lib/model/counted";
import { settingNames } from "@/lib/model/settings/form";

type SettingsBarProps = {
  /** 0 where no script counts. */
  count: number;
  href: string;
  onDiscard: () => void;
};

export function SettingsBar({ count, href, onDiscard }: SettingsBarProps) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-raised px-4 py-3 md:bottom-3 md:mx-0 md:rounded-lg md:border-0 md:shadow-overlay">
      {count > 0 && (
        <p role="status" className="mr-auto text-sm font-medium">
          {counted(count, "change")}
        </p>
      )}
      <a
        href={href}
        data-discards
        onClick={(event) => {
          event.preventDefault();
          onDiscard();
        }}
        className={buttonClass({ variant: "ghost" })}
      >
        Discard
      </a>
      <SubmitButton
        formNoValidate
        name={settingNames.intent}
        value="review"
        pendingLabel="Checking"
      >
        Review
      </SubmitButton>
    </div>
  );
}
