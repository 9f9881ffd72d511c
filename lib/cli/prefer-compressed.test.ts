import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { preferCompressed } from "./prefer-compressed.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "latchkey-compressed-"));
mkdirSync(path.join(folder, "chunks"));
writeFileSync(path.join(folder, "chunks", "a~b-c_1.js.br"), "");
writeFileSync(path.join(folder, "..", "outside.js.br"), "");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const prefer = preferCompressed(folder);
function ask(url: string, headers: Record<string, string> = { "accept-encoding": "gzip, deflate, br, zstd" }) {
  const request = { url, headers } as unknown as IncomingMessage;
  const set: Record<string, string> = {};
  prefer(request, { setHeader: (name: string, value: string) => (set[name] = value) } as unknown as ServerResponse);
  return { url: request.url, set };
}

describe("the compressed form of a static file", () => {
  const file = "/_next/static/chunks/a~b-c_1.js";

  it("is answered to a browser that reads brotli, under the type of the file itself", () => {
    const answer = {
      url: `${file}.br`,
      set: {
        "content-type": "application/javascript; charset=UTF-8",
        "content-encoding": "br",
        vary: "accept-encoding",
      },
    };
    expect(ask(file)).toEqual(answer);
    expect(ask(file)).toEqual(answer);
    expect(ask(file, { "accept-encoding": "br;q=0.5, gzip" })).toEqual(answer);
  });

  it.each([
    [file, {}],
    [file, { "accept-encoding": "gzip" }],
    [file, { "accept-encoding": "br;q=0, gzip" }],
    [file, { "accept-encoding": "br", range: "bytes=0-1" }],
    ["/_next/static/chunks/other.js", { "accept-encoding": "br" }],
    ["/_next/static/../outside.js", { "accept-encoding": "br" }],
    ["/_next/static/%2e%2e/outside.js", { "accept-encoding": "br" }],
    ["/data-sources", { "accept-encoding": "br" }],
  ])("is left alone otherwise: %s %o", (url, headers) => {
    expect(ask(url, headers)).toEqual({ url, set: {} });
  });
});
