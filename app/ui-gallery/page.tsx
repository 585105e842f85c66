import { CalendarPlus, ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Check, Filter, Inbox, MoreHorizontal, Pencil, Plus, Trash2 } from "lucide-react";
import { Shelled } from "./shelled";
import { Toasts } from "./toasts";
import { Avatar } from "@/components/ui/avatar";
import { Badge, tones } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Checkbox, Radio, Switch } from "@/components/ui/checkbox";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Dialog, DialogButton, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, MenuButton, MenuHeading, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";

async function slow() {
  "use server";
  await new Promise((r) => setTimeout(r, 3000));
}

export default function Gallery() {
  return (
    <Shelled>
      <Page width="form">
        <PageHeader
          breadcrumb={<Breadcrumb steps={[{ label: "Sessions", href: "/ui-gallery" }, { label: "Goal setting with a very long title that will not fit on a phone" }]} />}
          title="Goal setting"
          count="c03a1f9e"
          actions={
            <>
              <MenuButton menu="row-menu" variant="ghost" iconOnly aria-label="More"><MoreHorizontal aria-hidden /></MenuButton>
              <LinkButton href="/history">History</LinkButton>
              <DialogButton dialog="delete"><Trash2 aria-hidden />Delete</DialogButton>
            </>
          }
          description="One coaching session. Times are stored without a zone and read as UTC."
        />
        <Menu id="row-menu" label="More" placement="below-end">
          <MenuHeading>Session</MenuHeading>
          <MenuItem><Pencil aria-hidden />Edit</MenuItem>
          <MenuLink href="/ui-gallery"><CalendarPlus aria-hidden />Duplicate</MenuLink>
          <MenuSeparator />
          <MenuItem disabled><Trash2 aria-hidden />Delete</MenuItem>
        </Menu>
        <Dialog id="delete" title="Delete 12 sessions?" description="12 sessions and their place in 48 progress records go. You can undo this from the history.">
          <form action={slow}>
            <DialogFooter>
              <DialogClose dialog="delete" />
              <SubmitButton variant="danger" pendingLabel="Deleting">Delete 12 sessions</SubmitButton>
            </DialogFooter>
          </form>
        </Dialog>
        <div className="flex flex-col gap-6 px-4 md:px-6">
          <section className="flex flex-col gap-2">
            <Notice>Times in this table have no zone. They are shown as UTC.</Notice>
            <Notice tone="success" actions={<Button size="sm">Undo</Button>}>Session saved.</Notice>
            <Notice tone="warning" title="3 migrations are pending" actions={<><Button size="sm">Show them</Button><Button size="sm" variant="primary">Apply 3 migrations</Button></>}>ai_coach_ is behind its journal; new columns are missing from this database.</Notice>
            <Notice tone="danger" title="Not saved">Maria Garcia changed “status” from pending to completed 2 min ago. Choose which value stays.</Notice>
          </section>
          <section className="flex flex-wrap items-center gap-2">
            <Button variant="primary"><Plus aria-hidden />New session</Button>
            <Button>Secondary</Button>
            <Button variant="ghost">Ghost</Button>
            <Button variant="danger">Delete</Button>
            <Button variant="primary" disabled>Disabled</Button>
            <Button disabled>Disabled</Button>
            <Button iconOnly aria-label="Filter"><Filter aria-hidden /></Button>
          </section>
          <section className="flex flex-wrap items-center gap-2">
            <Button size="sm" variant="primary">Small</Button>
            <Button size="sm">Small</Button>
            <Button size="sm" variant="ghost">Ghost</Button>
            <Button size="sm" variant="danger">Delete</Button>
            <LinkButton size="sm" iconOnly href={null} aria-label="First page"><ChevronsLeft aria-hidden /></LinkButton>
            <LinkButton size="sm" iconOnly href={null} aria-label="Previous page"><ChevronLeft aria-hidden /></LinkButton>
            <LinkButton size="sm" iconOnly href="/x" prefetch={false} aria-label="Next page"><ChevronRight aria-hidden /></LinkButton>
            <LinkButton size="sm" iconOnly href="/x" prefetch={false} aria-label="Last page"><ChevronsRight aria-hidden /></LinkButton>
            <Spinner label="Loading" />
            <form action={slow}><SubmitButton pendingLabel="Saving">Save</SubmitButton></form>
            <Kbd>⌘</Kbd><Kbd>K</Kbd><Kbd>Esc</Kbd>
          </section>
          <section className="flex flex-wrap gap-2">
            {tones.map((tone) => <Badge key={tone} tone={tone} dot>{tone}</Badge>)}
            {tones.map((tone) => <Badge key={tone} tone={tone}>{tone}</Badge>)}
            <Badge tone="green" icon={<Check aria-hidden />}>Applied</Badge>
          </section>
          <section className="flex flex-wrap items-center gap-3">
            {["Maria Garcia", "Wei Chen", "Søren Ålund", "李小龍", "admin@example.com", "O"].map((n) => <span key={n} className="inline-flex items-center gap-1.5 text-sm"><Avatar name={n} />{n}</span>)}
            <Avatar size="md" name="Maria Garcia" />
            <RelativeTime className="text-sm text-muted" at={new Date(Date.now() - 3 * 3600e3)} literal="2026-01-02 03:04:05.123456" />
            <RelativeTime className="text-sm text-muted" at="2024-03-02T00:00:00Z" literal="2024-03-02 00:00:00" />
            <span className="inline-flex items-center gap-1 font-mono text-xs">c03a1f9e<CopyButton text="c03a1f9e-…" label="Copy id" /></span>
          </section>
          <Toasts />
          <form className="flex flex-col gap-5">
            <Field id="type" label="Session type" required typeHint="varchar(100)" hint="What the list calls it.">{(c) => <Input {...c} name="type" defaultValue="Goal setting" />}</Field>
            <Field id="dur" label="Duration" typeHint="integer" error="“forty” is not a whole number. Write digits only, for example 40.">{(c) => <Input {...c} mono defaultValue="forty" />}</Field>
            <Field id="status" label="Status" typeHint="varchar(50)">{(c) => <Select {...c}><option>pending</option><option>completed</option></Select>}</Field>
            <Field id="notes" label="Notes" typeHint="text" hint="Empty and null are different choices." aside={<Checkbox label="null" className="text-xs" />}>{(c) => <Textarea {...c} defaultValue={"First line\nSecond line\nThird\nFourth grows"} />}</Field>
            <Field id="goals" label="Goals" typeHint="jsonb">{(c) => <Textarea {...c} mono defaultValue={'{\n  "goal": "run 10 km",\n  "weeks": 12\n}'} />}</Field>
            <Field id="ro" label="Id" typeHint="uuid" hint="The database fills this in.">{(c) => <Input {...c} mono readOnly value="c03a1f9e-7d31-4c0b-9a58-6a5e2f3a1b2c" />}</Field>
            <Field id="ph" label="Placeholder" >{(c) => <Input {...c} placeholder="Database default: now()" />}</Field>
            <Field id="dis" label="Disabled" >{(c) => <Input {...c} disabled value="nothing" />}</Field>
            <Fieldset legend="Options" hint="Choose what applies.">
              <Checkbox label="Public" hint="Everyone who signs in may read it." defaultChecked />
              <Checkbox label="Off" />
              <Checkbox label="Disabled" disabled />
              <Radio name="r" label="One" defaultChecked /><Radio name="r" label="Two" />
              <Switch label="Reminders" defaultChecked /><Switch label="Digest" />
            </Fieldset>
            <div className="flex justify-end gap-2"><LinkButton href="/ui-gallery">Cancel</LinkButton><SubmitButton>Save</SubmitButton></div>
          </form>
          <DescriptionList>
            <DescriptionItem term="Created"><RelativeTime at={new Date()} literal="x" /></DescriptionItem>
            <DescriptionItem term="Ledger"><code>drizzle.ai_coach_migrations</code></DescriptionItem>
            <DescriptionItem term="A very long term for a description that wraps">value value value value value value value value value value value value value value value value value</DescriptionItem>
          </DescriptionList>
          <CodeBlock label="SQL of 0000_initial" code={`CREATE TABLE "ai_coach_some_sessions" (\n\t"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,\n\t"user_id" uuid NOT NULL,\n\t"session_type" varchar(100) NOT NULL,\n\t"status" varchar(50) DEFAULT 'pending' NOT NULL, -- ${"a long comment ".repeat(12)}\n);`} />
          <div className="rounded-md border border-line"><EmptyState icon={<Inbox />} title="No sessions yet" actions={<><Button variant="primary">New session</Button><Button>Import a file</Button></>}>A session is one meeting between a coach and a client. Create the first one here, or let your app write it.</EmptyState></div>
          <Skeleton className="h-8 w-full" />
        </div>
      </Page>
    </Shelled>
  );
}
