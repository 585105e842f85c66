// The overview: what needs attention, and the ways there.
import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";

test("tells of overdue sessions, failed jobs, today and what changed, each with the way there", async ({
  admin,
  colleague,
  session,
  sql,
}) => {
  // The first of today, so it stands in the list whatever else is in it; just before midnight it is not yet overdue.
  await sql`
    update ai_coach_some_sessions
    set status = 'scheduled', scheduled_at = date_trunc('day', now() at time zone 'UTC') + interval '1 second'
    where id = ${session.id}`;
  const type = `job ${randomUUID().slice(0, 8)}`;
  await sql`insert into base_jobs (type, status, updated_at) values (${type}, 'failed', now() + interval '1 day')`;
  const { page } = admin;
  await admin.open("/");
  const attention = page.getByRole("region", { name: "Needs attention" });
  await expect(attention.getByRole("link", { name: /^Migrations/ })).toBeVisible();
  await expect(attention.getByRole("link", { name: /overdue sessions?$/ })).toBeVisible();
  await attention.getByRole("link", { name: new RegExp(type) }).click();
  await expect(admin.field("Type")).toHaveValue(type);

  await admin.open("/");
  await page
    .getByRole("region", { name: /^Today/ })
    .getByRole("link", { name: session.type })
    .click();
  await expect(page).toHaveURL(`/sessions/${session.id}`);
  await admin.field("Notes").fill("seen from the overview");
  await admin.save();
  await expect(admin.toast("Session saved")).toBeVisible();

  const viewer = await colleague("viewer");
  await viewer.open("/");
  const changes = viewer.page.getByRole("region", { name: "Latest changes" });
  await expect(changes.getByText(session.type).first()).toBeVisible();
  await viewer.page
    .getByRole("region", { name: /^Moved/ })
    .getByRole("link")
    .nth(1)
    .click();
  await expect(viewer.page).toHaveURL(/\/progress\?metric=/);
  await sql`delete from base_jobs where type = ${type}`;
});
