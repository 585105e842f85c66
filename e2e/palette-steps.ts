// The words in which browser tests speak of the command palette.
import { expect, type Locator, type Page } from "@playwright/test";

export class PaletteSteps {
  constructor(readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Search" });
  }

  get input(): Locator {
    return this.dialog.getByRole("combobox");
  }

  async open(): Promise<void> {
    await expect(async () => {
      // Until scripts run, nobody listens.
      if (!(await this.dialog.isVisible())) await this.page.keyboard.press("ControlOrMeta+k");
      await expect(this.input).toBeFocused({ timeout: 1_000 });
    }).toPass();
  }

  async search(text: string): Promise<void> {
    await this.open();
    await this.input.fill(text);
  }

  option(name: string | RegExp): Locator {
    return this.dialog.getByRole("option", { name });
  }

  /** The line that Enter would choose, as a screen reader is told. */
  async expectChosen(name: string | RegExp): Promise<void> {
    // Records that arrive meanwhile move the line, and its id with it.
    await expect(async () => {
      const chosen = this.option(name);
      await expect(chosen).toHaveAttribute("aria-selected", "true", { timeout: 1_000 });
      const id = await chosen.getAttribute("id");
      expect(await this.input.getAttribute("aria-activedescendant")).toBe(id);
    }).toPass({ timeout: 10_000 });
  }

  /** Searches, and chooses what then stands first. */
  async choose(text: string, name: string | RegExp): Promise<void> {
    await this.search(text);
    await this.expectChosen(name);
    await this.page.keyboard.press("Enter");
    await expect(this.dialog).toBeHidden();
  }
}
