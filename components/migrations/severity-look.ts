// Server or client: how each severity looks, the same on every page. An icon or a word goes with the colour.
import { CircleAlert, CircleCheck, CircleDashed, OctagonAlert, TriangleAlert } from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { NoticeTone } from "@/components/ui/notice";
import type { Severity } from "@/lib/model/migrations/status";

type Look = { tone: Tone; notice: NoticeTone; text: string; Icon: typeof CircleCheck };

export const severityLooks: Record<Severity, Look> = {
  ok: { tone: "green", notice: "success", text: "text-green", Icon: CircleCheck },
  info: { tone: "blue", notice: "info", text: "text-blue", Icon: CircleDashed },
  warn: { tone: "amber", notice: "warning", text: "text-amber", Icon: TriangleAlert },
  high: { tone: "red", notice: "danger", text: "text-red", Icon: CircleAlert },
  critical: { tone: "red", notice: "danger", text: "text-red", Icon: OctagonAlert },
};
