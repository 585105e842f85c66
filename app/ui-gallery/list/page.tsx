import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Filter, Plus, Search } from "lucide-react";
import { Shelled } from "../shelled";
import { Avatar } from "@/components/ui/avatar";
import { Badge, tones } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Toolbar } from "@/components/ui/toolbar";

export default function List() {
  return (
    <Shelled>
      <Page width="table">
        <PageHeader title="Sessions" count="1,284" actions={<LinkButton href="/x" prefetch={false} variant="primary"><Plus aria-hidden />New session</LinkButton>} />
        <Toolbar label="Filters">
          <Input type="search" aria-label="Search" placeholder="Search notes and types" className="max-w-64" />
          <Button variant="ghost"><Filter aria-hidden />Filter</Button>
        </Toolbar>
        <Table label="Sessions" regionClassName="min-h-0 flex-1">
          <TableHead>
            <TableRow>
              <TableHeader className="w-8 pr-0"><Checkbox aria-label="Select all" /></TableHeader>
              {["Type", "Status", "Client", "Notes", "Scheduled"].map((h) => <TableHeader key={h}>{h}</TableHeader>)}
              <TableHeader numeric>Minutes</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {Array.from({ length: 60 }, (_, i) => (
              <TableRow key={i} aria-selected={i === 2}>
                <TableCell className="pr-0"><Checkbox aria-label={`Select ${i}`} defaultChecked={i === 2} /></TableCell>
                <TableCell><a href="/ui-gallery" className="font-medium hover:underline">Goal setting</a></TableCell>
                <TableCell><Badge dot tone={tones[i % 6]}>{["pending", "completed", "scheduled", "cancelled", "no-show", "draft"][i % 6]}</Badge></TableCell>
                <TableCell><span className="inline-flex items-center gap-1.5"><Avatar name={["Maria Garcia", "Wei Chen", "Søren Ålund"][i % 3]!} />{["Maria Garcia", "Wei Chen", "Søren Ålund"][i % 3]}</span></TableCell>
                <TableCell>{i % 4 ? "Talked about sleep, training load and the plan for the coming month in detail" : <span className="text-faint font-mono text-xs">null</span>}</TableCell>
                <TableCell><RelativeTime at={new Date(Date.now() - i * 5e6)} literal="2026-01-01" /></TableCell>
                <TableCell numeric>{(i * 7) % 90}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <footer className="flex h-10 items-center justify-between border-t border-line px-4 text-sm text-muted md:px-6">
          <span>1–50 of about 1,284</span>
          <span className="flex gap-1">
            <LinkButton size="sm" variant="ghost" iconOnly href={null} aria-label="First page"><ChevronsLeft aria-hidden /></LinkButton>
            <LinkButton size="sm" variant="ghost" iconOnly href={null} aria-label="Previous page"><ChevronLeft aria-hidden /></LinkButton>
            <LinkButton size="sm" variant="ghost" iconOnly href="/x" prefetch={false} aria-label="Next page"><ChevronRight aria-hidden /></LinkButton>
            <LinkButton size="sm" variant="ghost" iconOnly href="/x" prefetch={false} aria-label="Last page"><ChevronsRight aria-hidden /></LinkButton>
          </span>
        </footer>
      </Page>
    </Shelled>
  );
}
