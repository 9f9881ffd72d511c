import { expect, type Locator } from "playwright/test";

/** Chooses in a combobox: types a part of the name, and takes the option of that name. */
export async function choose(field: Locator, name: string): Promise<void> {
  await field.fill(name);
  await field.page().getByRole("option", { name }).first().click();
  await expect(field).toHaveValue(name);
}
