import type { Page } from "playwright/test";
import { expect, fillCredential } from "./fixtures";

/** Saves a credential on the screen; its id. */
export async function addCredential(
  page: Page,
  name: string,
  pair: { apiKey: string; apiPassword: string },
): Promise<string> {
  await fillCredential(page, name, pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name })).toBeChecked();
  // The address follows the choice.
  await page.waitForURL(/credential=/);
  return new URL(page.url()).searchParams.get("credential") ?? "";
}
