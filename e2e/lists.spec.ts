// Lists: sorting, paging by place, addresses that can be shared, addresses that make no sense.
import { expect, sampled, test } from "./fixtures";

test("pages forward and backward, to the last and to the first, and Back follows", async ({
  admin,
}) => {
  await admin.open(`/progress?view=list&where=${sampled}`);
  const first = await admin.rows().allInnerTexts();
  expect(first).toHaveLength(50);
  await admin.turnTo("Next");
  const second = await admin.rows().allInnerTexts();
  expect(second.filter((row) => first.includes(row)).length).toBeLessThan(5);
  await admin.turnTo("Last");
  await expect(admin.page.getByRole("link", { name: "Next page" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await admin.turnTo("First");
  await expect(admin.rows()).toHaveText(first, { useInnerText: true });
  await admin.page.goBack();
  await admin.page.goBack();
  await expect(admin.rows()).toHaveText(second, { useInnerText: true });
  await admin.page.reload();
  await expect(admin.rows()).toHaveText(second, { useInnerText: true });
});

test("a click on a header sorts, another turns the order round", async ({ admin }) => {
  await admin.open("/settings?view=list");
  const keys = await admin.column("Key");
  expect(keys).toEqual([...keys].sort());
  await admin.sortBy("Updated at");
  await expect(admin.page.locator("th[aria-sort=descending]")).toHaveText("Updated at");
  await admin.sortBy("Updated at");
  await expect(admin.page.locator("th[aria-sort=ascending]")).toHaveText("Updated at");
  await expect(admin.page).toHaveURL(/sort=updatedAt/);
});

test("A11, A12: unknown and secret columns in an address are left out with a notice", async ({
  admin,
}) => {
  for (const sort of ["nonsense", "id;drop table x", "__proto__"]) {
    await admin.open(`/sessions?sort=${encodeURIComponent(sort)}`);
    await expect(admin.page.getByText("cannot be sorted by")).toBeVisible();
    await expect(admin.rows()).toHaveCount(50);
  }
  await admin.open("/base_users?sort=password");
  await expect(admin.page.getByText("cannot be sorted by")).toBeVisible();
  await admin.open("/sessions?after=@@@");
  await expect(admin.page.getByText("here is the first page")).toBeVisible();
});

test("A27: a page has at most 500 rows whatever is asked", async ({ admin }) => {
  for (const limit of ["-1", "1e9", "NaN", "0"]) {
    const response = await admin.page.request.get(`/api/rows/sessions?limit=${limit}`);
    expect((await response.json()).rows).toHaveLength(50);
  }
});

test("people stand where their ids are", async ({ admin, sql }) => {
  const [row] = await sql<{ id: string; name: string }[]>`
    select u.id, firstname || ' ' || surname as name from ai_coach_some_sessions s
    join base_users u on u.id = s.user_id order by s.created_at desc limit 1`;
  await admin.open(`/sessions?where=is(userId,${row?.id})`);
  await expect(admin.rows().filter({ hasText: row?.name }).first()).toBeVisible();
});
