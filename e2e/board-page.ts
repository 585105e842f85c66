// The words in which browser tests speak of a board.
import { expect, type Locator, type Page } from "@playwright/test";

export class BoardPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/sessions?view=board");
  }

  column(option: string): Locator {
    return this.page.locator(`[data-option="${option}"]`);
  }

  /** A card, wherever it is or in one column. */
  card(title: string, option?: string): Locator {
    const within = option === undefined ? this.page.getByRole("main") : this.column(option);
    return within.getByRole("listitem").filter({ hasText: title });
  }

  /** By the mouse, as far as the column; whether the drop is taken is the board's to say. */
  async drag(title: string, option: string): Promise<void> {
    const card = this.card(title);
    await expect(card.getByRole("button", { name: /^Move / })).toBeAttached();
    await card.scrollIntoViewIfNeeded();
    const [from, to] = [await card.boundingBox(), await this.column(option).boundingBox()];
    if (!from || !to) throw new Error("The card or the column is not on the screen.");
    const { mouse } = this.page;
    await mouse.move(from.x + 40, from.y + 16);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + 24, { steps: 3 });
    await mouse.move(to.x + to.width / 2, to.y + 160, { steps: 6 });
    await mouse.up();
  }

  /** Before a key means anything there, the scripts have to run. */
  async focus(title: string): Promise<void> {
    const card = this.card(title);
    await expect(card.getByRole("button", { name: /^Move / })).toBeAttached();
    await card.getByRole("link", { name: title }).focus();
  }
}
