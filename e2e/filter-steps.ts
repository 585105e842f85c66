// The steps that tests of filters share: what stands over a list, and the panel that builds a condition.
import { expect, type Page } from "@playwright/test";

export const chips = (page: Page) => page.getByRole("list", { name: "Filters" });
export const panel = (page: Page) => page.getByRole("dialog", { name: "Filter" });

export async function addFilter(page: Page, field: string, make: () => Promise<void>) {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await choose(page, field);
  await make();
  await panel(page).getByRole("button", { name: "Add filter" }).click();
  await expect(panel(page)).toBeHidden();
}

export async function choose(page: Page, field: string) {
  await page.getByRole("combobox", { name: /^(Filter by|Or where)$/ }).fill(field);
  await page.keyboard.press("Enter");
}

export function whereOf(page: Page): string {
  return new URL(page.url()).searchParams.get("where") ?? "";
}

/** Pages that the server makes from now on, as documents or for Next's router. @returns their addresses until then */
export function pagesMade(page: Page): () => string[] {
  const made: string[] = [];
  page.on("request", (request) => {
    const headers = request.headers();
    const isPage = request.resourceType() === "document" || headers.rsc === "1";
    if (isPage && !headers["next-router-prefetch"]) made.push(request.url());
  });
  return () => made;
}
