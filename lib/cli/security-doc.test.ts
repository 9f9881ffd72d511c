import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/security.md", "utf8");
/** `| id | requirement | proofs |` */
const rows = [...page.matchAll(/^\| ([SAZNIL]\d+) \| (.+?) \| (.+) \|$/gm)].map(
  ([, id = "", requirement = "", proofs = ""]) => ({ id, requirement, proofs }),
);
/** How many rows each part has. */
const PARTS = { S: 16, A: 17, Z: 10, N: 13, I: 12, L: 6 };

it("docs/security.md has every requirement once, in order", () => {
  const all = Object.entries(PARTS).flatMap(([part, count]) =>
    Array.from({ length: count }, (_, index) => `${part}${index + 1}`),
  );
  expect(rows.map(({ id }) => id)).toEqual(all);
});

describe("docs/security.md: the proof of", () => {
  it.each(rows)("$id is a test that exists and names it", ({ id, requirement, proofs }) => {
    expect(requirement.length).toBeGreaterThan(20);
    const named = [...proofs.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+)\): `(.+?)`(?=<br>|$)/g)];
    expect(named.length, proofs).toBeGreaterThan(0);
    expect(named.length).toBe(proofs.split("<br>").length);
    for (const [, shown, file = "", title = ""] of named) {
      expect(shown).toBe(file);
      expect(file).toMatch(/\.(test|e2e)\.tsx?$/);
      expect(existsSync(file), file).toBe(true);
      expect(title).toMatch(new RegExp(`\\b${id}\\b`));
      // As it stands in the source, where only calls that run have a title.
      const source = readFileSync(file, "utf8");
      const at = ['"', "'", "`"].map((quote) => source.indexOf(`${quote}${title}${quote}`)).find((index) => index > 0);
      expect(at, `${file} has no test "${title}"`).toBeDefined();
      expect(source.slice(0, at).split("\n").at(-1), title).not.toMatch(/\.(skip|fixme|todo|fails)\(/);
    }
  });
});
