// Server: lets a page's frame go ahead of what takes time, where a script is there to put it in its place.
import { headers } from "next/headers";
import { type ReactNode, Suspense } from "react";

/** A document comes whole, so that it can be read without any script; a page that ours asks for streams behind `fallback`. */
export async function Streamed({
  fallback,
  children,
}: {
  fallback?: ReactNode;
  children: ReactNode;
}) {
  // Next hides its own headers; browsers say by this one that a script asks.
  const isAskedByScript = (await headers()).get("sec-fetch-dest") === "empty";
  return isAskedByScript ? <Suspense fallback={fallback}>{children}</Suspense> : children;
}
