import type { Page } from "playwright/test";

/** The rows of a list, without the one at its head. */
export const tableRows = (page: Page, name: string) =>
  page.getByRole("table", { name, exact: true }).locator("tbody").getByRole("row");
