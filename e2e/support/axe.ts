import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "playwright/test";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the page as it stands, one line each. Without motion: what is fading in has no contrast yet. */
export async function runAxe(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  // Between two pages there is a moment without a title.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(source);
  const look = () =>
    page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
  const found = await look();
  if (!found.some((line) => line.startsWith("document-title:"))) return found;
  // And another one where React takes a page over: a title that is really missing is missing then, too.
  await expect(page).toHaveTitle(/./);
  return look();
}
