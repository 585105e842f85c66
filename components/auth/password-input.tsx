"use client";
// Client: a password field. Once scripts run, a button shows what is typed.
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input, type InputProps } from "@/components/ui/input";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";

export function PasswordInput(props: Omit<InputProps, "type" | "className">) {
  const [isShown, setIsShown] = useState(false);
  return (
    <span className="relative block">
      <Input
        {...props}
        type={isShown ? "text" : "password"}
        className="pr-9 pointer-coarse:pr-11"
      />
      {useIsHydrated() && (
        <Button
          variant="ghost"
          size="sm"
          iconOnly
          aria-label="Show what is typed"
          aria-pressed={isShown}
          title={isShown ? "Hide what is typed" : "Show what is typed"}
          onClick={() => setIsShown(!isShown)}
          className="absolute! top-0.5 right-0.5"
        >
          {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </Button>
      )}
    </span>
  );
}
