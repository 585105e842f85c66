// Server: a record, table or page that is not there; the shell stays.
import type { Metadata } from "next";
import { headers } from "next/headers";
import { Missing } from "@/components/shell/missing";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  const path = (await headers()).get("x-path") ?? "this page";
  return <Missing path={path} />;
}
