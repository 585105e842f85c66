// Server or client: the picture before a command.
import {
  ArrowRight,
  Keyboard,
  Link2,
  LogOut,
  Monitor,
  Moon,
  PanelLeft,
  Plus,
  Sun,
} from "lucide-react";
import type { Command } from "@/lib/model/command";

const themes = { light: Sun, dark: Moon, system: Monitor };

export function PaletteIcon({ command: { deed, group } }: { command: Command }) {
  const Icon = iconOf(deed, group);
  return <Icon aria-hidden />;
}

function iconOf(deed: Command["deed"], group: Command["group"]) {
  switch (deed.kind) {
    case "go":
      return group === "Actions" ? Plus : ArrowRight;
    case "prefer":
      return deed.name === "theme" ? themes[deed.value as keyof typeof themes] : PanelLeft;
    case "sign out":
      return LogOut;
    case "copy link":
      return Link2;
    case "list shortcuts":
      return Keyboard;
  }
}
