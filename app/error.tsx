"use client";
// Client: a fault outside the shell, or in the shell itself.
export { Fault as default } from "@/components/shell/fault";
