"use client";
// Client: submits a choice about the frame and shows it at once, before the server has kept it.
import type { ComponentProps, SubmitEvent } from "react";
import type { PreferenceName } from "@/lib/model/preferences";

type PreferenceFormProps = Omit<ComponentProps<"form">, "name"> & { name: PreferenceName };

/** Its submit buttons carry `name` and the value to choose. */
export function PreferenceForm({ name, ...props }: PreferenceFormProps) {
  function showAtOnce(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent;
    if (submitter instanceof HTMLButtonElement) {
      document.documentElement.dataset[name] = submitter.value;
    }
  }
  return <form onSubmit={showAtOnce} {...props} />;
}
