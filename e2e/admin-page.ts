// The words in which browser tests speak of the product.
import { expect, type Locator, type Page } from "@playwright/test";

export class AdminPage {
  constructor(
    readonly page: Page,
    private readonly runsScripts = true,
  ) {}

  /** What is typed before React has taken a control over may be lost: a person is not that quick. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    if (!this.runsScripts) return;
    await this.page.waitForFunction(() => {
      // Hidden inputs of forms are not all React's to keep.
      const control = document.querySelector(
        "main :is(a, button, textarea, input:not([type=hidden]))",
      );
      return !control || Object.keys(control).some((key) => key.startsWith("__reactProps$"));
    });
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.goto("/login");
    await this.page.getByLabel("Email").fill(email);
    await this.page.getByLabel("Password", { exact: true }).fill(password);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await expect(this.page).not.toHaveURL(/\/login/);
  }

  async signOut(): Promise<void> {
    await this.page.getByRole("button", { name: /account/i }).click();
    await this.page.getByRole("button", { name: "Sign out" }).click();
    await expect(this.page).toHaveURL(/\/login/);
  }

  field(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^${label} ?\\*?$`));
  }

  /** Whether a field holds a value, NULL or its default. */
  choice(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^${label}: value`));
  }

  error(label: string): Locator {
    return this.page.locator(`[id="${label}-error"]`);
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.field(label).fill(value);
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save" }).click();
  }

  async delete(singular: string): Promise<void> {
    await this.page.getByRole("button", { name: "Delete", exact: true }).click();
    await this.page.getByRole("button", { name: `Delete ${singular}` }).click();
  }

  toast(message: string | RegExp): Locator {
    return this.page.getByRole("listitem").filter({ hasText: message });
  }

  async undoFromToast(message: string | RegExp): Promise<void> {
    await this.toast(message).getByRole("button", { name: "Undo" }).click();
  }

  /** Those in the document: of a long page, those in sight. */
  rows(): Locator {
    return this.page.locator("tbody tr:not([aria-hidden])");
  }

  /** The headers of the columns, from the left. */
  async headers(): Promise<string[]> {
    const texts = await this.page.locator("thead th").allInnerTexts();
    return texts.map((text) => text.trim());
  }

  header(label: string): Locator {
    return this.page.locator("thead th").filter({ hasText: new RegExp(`^${label}\\d?$`) });
  }

  /** The texts of a column, by its header. */
  async column(header: string): Promise<string[]> {
    const column = await this.cellIndex(header);
    return this.rows()
      .locator(`td:nth-child(${column + 1})`)
      .allInnerTexts();
  }

  /** @param row counted from 1, in the document */
  async cell(row: number, header: string): Promise<Locator> {
    const column = await this.cellIndex(header);
    return this.rows()
      .nth(row - 1)
      .locator("td")
      .nth(column);
  }

  private async cellIndex(header: string): Promise<number> {
    const before = await this.page.locator("thead tr > *:not(th)").count();
    return before + (await this.headers()).indexOf(header);
  }

  /** In the menu of a column. */
  async chooseInHeader(header: string, item: string): Promise<void> {
    await this.header(header).hover();
    await this.page.getByRole("button", { name: `Column ${header}`, exact: true }).click();
    await this.page.getByRole("button", { name: item, exact: true }).click();
  }

  /** In the menu of columns and layout, which is left open. */
  async openLayout(): Promise<Locator> {
    await this.page.getByRole("button", { name: "Columns", exact: true }).click();
    const menu = this.page.getByRole("group", { name: "Columns and layout" });
    await expect(menu.getByRole("checkbox").first()).toBeVisible();
    return menu;
  }

  async copied(): Promise<string> {
    await expect(this.toast(/cells? copied/)).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async sortBy(header: string): Promise<void> {
    await this.page.locator("thead").getByRole("link", { name: header }).click();
  }

  async turnTo(page: "First" | "Previous" | "Next" | "Last"): Promise<void> {
    const before = await this.rows().first().textContent();
    await this.page.getByRole("link", { name: `${page} page` }).click();
    await expect(this.rows().first()).not.toHaveText(before ?? "");
  }
}
