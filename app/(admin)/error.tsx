"use client";
// Client: a fault in a signed-in page; the shell stays.
export { Fault as default } from "@/components/shell/fault";
