// Server: the frame of the pages before one is signed in, filled with this installation's facts.
import type { ReactNode } from "react";
import adminConfig from "@/admin.config";
import { Entrance } from "@/components/auth/entrance";
import { databaseLabel, isDatabaseLocal } from "@/lib/db/label";

type EntranceFrameProps = { title: string; description?: ReactNode; children?: ReactNode };

export function EntranceFrame(props: EntranceFrameProps) {
  return (
    <Entrance
      product={adminConfig.name}
      environment={{ label: databaseLabel(), tone: isDatabaseLocal() ? "neutral" : "amber" }}
      {...props}
    />
  );
}
