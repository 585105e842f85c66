import Loading from "../../(admin)/loading";
import { Shelled } from "../shelled";
export default async function P({ searchParams }: { searchParams: Promise<{ s?: string }> }) {
  const { s } = await searchParams;
  if (s === "boom") throw new Error("boom");
  if (s === "missing") { const { notFound } = await import("next/navigation"); notFound(); }
  return <Shelled><Loading /></Shelled>;
}
