// The words in which browser tests speak of the cells of a list.
import { expect, type Locator, type Page } from "@playwright/test";
import type postgres from "postgres";
import type { AdminPage } from "./admin-page";

export class GridPage {
  constructor(readonly page: Page) {}

  row(text: string): Locator {
    return this.page.getByRole("row").filter({ hasText: text });
  }

  /** The cell of a record in a column, by a text of the record's row and the column's header. */
  async cell(text: string, header: string): Promise<Locator> {
    const headers = await this.page.locator("thead tr > *").allInnerTexts();
    const index = headers.findIndex((each) => each.trim().startsWith(header));
    return this.row(text).locator("td").nth(index);
  }

  async activate(text: string, header: string): Promise<Locator> {
    const cell = await this.cell(text, header);
    // Beside what it holds, which may be a link.
    await cell.click({ position: { x: 3, y: 3 } });
    await expect(cell).toBeFocused();
    return cell;
  }

  /** Makes the cell the active one and opens its editor. */
  async edit(text: string, header: string): Promise<Locator> {
    const cell = await this.activate(text, header);
    await expect(async () => {
      await cell.press("Enter");
      await expect(this.editor(header)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    return this.editor(header);
  }

  editor(header: string): Locator {
    const form = this.page.getByRole("form", { name: new RegExp(`^Edit ${header} of `) });
    return form.locator("input, textarea, select").first();
  }

  /** As Ctrl+V does, with that in the clipboard. */
  async paste(cell: Locator, text: string): Promise<void> {
    await cell.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const options = { clipboardData, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent("paste", options));
    }, text);
  }

  preview(): Locator {
    return this.page.getByRole("dialog", { name: /^Paste into/ });
  }
}

export async function openGrid(admin: AdminPage, path = "/sessions"): Promise<GridPage> {
  await admin.open(path);
  return new GridPage(admin.page);
}

/** The list of the sessions of that type alone. */
export function sessionsOfType(type: string): string {
  return `/sessions?where=is(sessionType,${encodeURIComponent(type)})`;
}

/** What the history has of these records. */
export function changesOf(sql: postgres.Sql, ids: string[]) {
  return sql`select id from admin_changes where record_id = any(${ids})`;
}
