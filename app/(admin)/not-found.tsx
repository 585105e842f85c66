// Server: a record, table or page that is not there; the shell stays.
import type { Metadata } from "next";
import { headers } from "next/headers";
import { Missing } from "@/components/shell/missing";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  const address = (await headers()).get("x-path") ?? "";
  return <Missing path={address.split("?")[0] || "this address"} />;
}
