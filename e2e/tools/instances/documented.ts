import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../../../docs/scaling.md", import.meta.url));

/** A configuration as docs/scaling.md shows it, with addresses of this machine: what is measured is what is advised. */
export function documented(language: string, addresses: Record<string, string>): string {
  const text = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(readFileSync(page, "utf8"))?.[1];
  if (text === undefined) throw new Error(`docs/scaling.md has no configuration of ${language}.`);
  let filled = text;
  for (const [there, here] of Object.entries(addresses)) {
    if (!filled.includes(there)) throw new Error(`The configuration of ${language} does not name ${there}.`);
    filled = filled.replaceAll(there, here);
  }
  return filled;
}
