"use client";
// Client: what says that something was done, as scripts of their own: most pages say nothing.
import dynamic from "next/dynamic";

export const DoneToast = dynamic(() =>
  import("@/components/history/done-toast").then((module) => module.DoneToast),
);
export const UndoForm = dynamic(() =>
  import("@/components/history/undo-form").then((module) => module.UndoForm),
);
