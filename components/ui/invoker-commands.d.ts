// Types only: the Invoker Commands attributes, which React passes through but does not type yet.
import "react";

declare module "react" {
  interface ButtonHTMLAttributes<T> {
    command?: "show-modal" | "close" | "request-close" | "toggle-popover";
    commandfor?: string;
  }
}
