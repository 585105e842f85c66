"use client";
// Client: what stands in the palette when its code could not be fetched.
import { Button } from "@/components/ui/button";

export function PaletteUnavailable({ close }: { close: () => void }) {
  return (
    <div className="flex flex-col items-start gap-3 p-4 text-sm">
      <p role="alert" className="text-pretty">
        The search could not be loaded: the connection was lost, or the dashboard was updated since
        this page was opened. The{" "}
        <a href="/find" className="underline">
          search page
        </a>{" "}
        may still work.
      </p>
      <div className="flex gap-2">
        <Button variant="primary" onClick={() => window.location.reload()}>
          Reload this page
        </Button>
        <Button onClick={close}>Close</Button>
      </div>
    </div>
  );
}
