// Server or client: a migration's state in a word, with its icon.
import { CircleHelp } from "lucide-react";
import { severityLooks } from "@/components/migrations/severity-look";
import { Badge } from "@/components/ui/badge";
import type { MigrationState, Severity } from "@/lib/model/migrations/status";

type StateBadgeProps = { state: MigrationState; severity: Severity };

export function StateBadge({ state, severity }: StateBadgeProps) {
  if (state === "unknown") {
    return <Badge icon={<CircleHelp aria-hidden />}>Unknown</Badge>;
  }
  const { tone, Icon } = severityLooks[severity];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {state === "edited" && severity === "info" ? "Line endings differ" : sentence(state)}
    </Badge>
  );
}

function sentence(state: string): string {
  return state.charAt(0).toUpperCase() + state.slice(1);
}
