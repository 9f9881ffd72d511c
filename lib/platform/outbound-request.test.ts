import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { startCanary } from "@/e2e/sandbox/start-canary";
import { startClariSandbox } from "@/e2e/sandbox/start-clari-sandbox";
import { startTlsListener } from "@/e2e/sandbox/start-tls-listener";
import { makeTestCertificates } from "@/e2e/sandbox/test-certificates";
import { outboundRequest } from "./outbound-request";

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(answer: (response: ServerResponse, path: string) => void): Promise<string> {
  const server = createServer((request, response) => answer(response, request.url ?? ""));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (url: string, more: { deadlineMs?: number; maxBodyBytes?: number; origin?: string } = {}) =>
  outboundRequest({
    method: "GET",
    url,
    headers: { "x-secret": "canary-of-the-header" },
    deadlineMs: 8000,
    maxBodyBytes: 256 * 1024,
    allowPrivate: true,
    ...more,
  });

it("I1, I2: what is pinned to an origin goes to no other, and nothing is said of where it was to go", async () => {
  let asked = 0;
  const url = await serve((response) => {
    asked += 1;
    response.end("{}");
  });
  const { hostname, port } = new URL(url);
  for (const elsewhere of [`${url}@evil.example/`, `http://localhost:${port}/`, `https://${hostname}:${port}/`])
    expect(await ask(elsewhere, { origin: url })).toEqual({
      kind: "failure",
      reason: "unreachable",
      code: "OTHER_ORIGIN",
    });
  expect(asked).toBe(0);
  expect(await ask(`${url}/path?q=1`, { origin: url })).toMatchObject({ kind: "answer", status: 200 });
});

describe("redirects", () => {
  it.each([301, 302, 303, 307, 308])(
    "I2: a redirect of status %i is an answer, and nothing goes where it leads",
    async (status) => {
      const canary = await startCanary();
      closing.push(canary.close);
      let asked = 0;
      const url = await serve((response) => {
        asked += 1;
        response.writeHead(status, { location: canary.url }).end();
      });
      expect(await ask(url)).toMatchObject({ kind: "answer", status });
      expect(asked).toBe(1);
      expect(canary.received).toEqual([]);
    },
  );
});

describe("time and size", () => {
  it("I5: one deadline covers connection, headers and body", async () => {
    const url = await serve((response, path) => {
      if (path === "/body") response.writeHead(200).write("{");
      if (path === "/drip") {
        response.writeHead(200);
        const drip = setInterval(() => response.write(" "), 50);
        response.on("close", () => clearInterval(drip));
      }
    });
    for (const path of ["/headers", "/body", "/drip"])
      expect(await ask(`${url}${path}`, { deadlineMs: 400 }), path).toMatchObject({
        kind: "failure",
        reason: "timed-out",
      });
  });

  it("I5: of what unpacks to 200 MB, 256 KB are read, and the rest is never asked for", async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    let sent = false;
    const url = await serve((response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(bomb, () => {
        sent = true;
      });
    });
    const before = process.memoryUsage().rss;
    const answer = await ask(url);
    expect(answer).toMatchObject({ kind: "answer", truncated: true });
    expect(answer.kind === "answer" && answer.body.byteLength).toBe(256 * 1024);
    expect(process.memoryUsage().rss - before, `sent to the end: ${sent}`).toBeLessThan(100 * 1024 * 1024);
  });
});

it("I3: nothing is sent to who cannot prove its name, with every kind of broken certificate", async () => {
  const [provider, certificates] = await Promise.all([startClariSandbox(), makeTestCertificates()]);
  closing.push(provider.close);
  for (const name of ["selfSigned", "expired", "wrongName", "good"] as const) {
    // The test authority is nobody's here, so that the good one is broken too.
    const listener = await startTlsListener({ to: provider.url, certificate: certificates[name] });
    closing.push(listener.close);
    expect(await ask(`${listener.url}/users`), name).toMatchObject({ kind: "failure", reason: "insecure-connection" });
  }
  expect(provider.requests).toEqual([]);
});
