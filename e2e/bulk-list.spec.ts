// Acts on the selected records of a list, as a person does them.
import AxeBuilder from "@axe-core/playwright";
import { expect, statesOf, test } from "./bulk-steps";
import { sessionsOfType } from "./grid-page";

test("a page of records is selected, set, and undone from the toast; all that match is deleted", async ({
  addSessions,
  admin,
  sql,
}) => {
  const type = await addSessions(120);
  const states = async () =>
    (await statesOf(sql, type)).map(({ status, count }) => `${status} ${count}`);
  const { page } = admin;
  await admin.open(sessionsOfType(type));
  await page.getByRole("checkbox", { name: "Select the rows of this page" }).check();
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar.getByText("50 selected")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await bar.getByRole("button", { name: "Set fields…" }).click();
  const dialog = page.getByRole("dialog", { name: "Set fields" });
  await dialog.getByLabel("Field to set").selectOption({ label: "Status" });
  await dialog.getByRole("combobox", { name: "Status", exact: true }).selectOption("completed");
  await dialog.getByRole("button", { name: "See what would change" }).click();
  const change = dialog.getByRole("button", { name: "Change 50 sessions" });
  await expect(change).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await states()).toEqual(["pending 120"]);
  await change.click();
  await expect(admin.toast("50 sessions changed")).toBeVisible();
  expect(await states()).toEqual(["completed 50", "pending 70"]);
  await expect(bar).toBeHidden();
  await expect(admin.rows().filter({ hasText: "completed" }).first()).toBeVisible();
  await admin.undoFromToast("50 sessions changed");
  await expect(admin.toast("50 sessions undone")).toBeVisible();
  expect(await states()).toEqual(["pending 120"]);
  await expect(admin.rows().filter({ hasText: "completed" })).toHaveCount(0);

  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("checkbox", { name: "Select the rows of this page" }).check();
  await bar.getByRole("button", { name: "Select all that match" }).click();
  await expect(bar.getByText("All sessions that match selected")).toBeVisible();
  await bar.getByRole("button", { name: "Delete…" }).click();
  const deletion = page.getByRole("dialog", { name: "Delete sessions" });
  await deletion.getByRole("button", { name: "See what would be deleted" }).click();
  const remove = deletion.getByRole("button", { name: "Delete 120 sessions" });
  await expect(remove).toBeDisabled();
  await deletion.getByLabel("Type 120 to go on").fill("120");
  await remove.click();
  await expect(admin.toast("120 sessions deleted")).toBeVisible();
  expect(await states()).toEqual([]);
  await admin.undoFromToast("120 sessions deleted");
  await expect(admin.toast("120 sessions undone")).toBeVisible();
  expect(await states()).toEqual(["pending 120"]);
});
