import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { readSnippets, type Snippet } from "./snippets-dto";

const origin = "https://latchkey.example.com";
const snippets = readSnippets({ origin, sourceId: "abc_DEF-1234567890abcd", endpointId: "call-details" });
const folder = mkdtempSync(path.join(tmpdir(), "latchkey-snippets-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
const QUIET = { stdio: "pipe" } as const;
const PARSE = "import ast, sys; ast.parse(open(sys.argv[1]).read())";
const parsers: Record<Snippet["language"], (file: string) => void> = {
  sh: (file) => void execFileSync("bash", ["-n", file], QUIET),
  mjs: (file) => void execFileSync(process.execPath, ["--check", file], QUIET),
  py: (file) => void (hasPython && execFileSync("python3", ["-c", PARSE, file], QUIET)),
};

it.each(snippets.map((snippet) => [snippet.id, snippet] as const))(
  "the snippet for %s is well-formed",
  (_, snippet) => {
    const file = path.join(folder, `${snippet.id}.${snippet.language}`);
    writeFileSync(file, snippet.text);
    parsers[snippet.language](file);
    expect(() => {
      writeFileSync(file, `${snippet.text}\n(`);
      parsers[snippet.language](file);
      if (snippet.language === "py" && !hasPython) throw new Error("not looked at");
    }).toThrow();
  },
);

it("reads the source's own address with a token of the environment, and no line is wider than a screen", () => {
  const source = `${origin}/api/v1/data-sources/abc_DEF-1234567890abcd`;
  const whole = `${source}/records`;
  const addresses: Partial<Record<Snippet["id"], string>> = {
    dlt: whole.slice(origin.length),
    airbyte: `${source}/airbyte.yaml`,
  };
  for (const { id, text } of snippets) {
    expect(text, id).toContain("LATCHKEY_TOKEN");
    expect(text, id).toContain(addresses[id] ?? whole);
    for (const line of text.split("\n")) expect(line.length, `${id}: ${line}`).toBeLessThan(110);
  }
});
