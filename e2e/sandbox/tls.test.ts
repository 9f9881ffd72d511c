import { type RequestOptions, request } from "node:https";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pairHeaders } from "./ask";
import type { ClariSandbox } from "./clari-sandbox";
import { startClariSandbox } from "./start-clari-sandbox";
import { startTlsListener, type TlsListener } from "./start-tls-listener";
import { makeTestCertificates, type TestCertificate, type TestCertificates } from "./test-certificates";

let sandbox: ClariSandbox;
let certificates: TestCertificates;
const listeners: TlsListener[] = [];
beforeAll(async () => {
  [sandbox, certificates] = await Promise.all([startClariSandbox(), makeTestCertificates()]);
});
afterAll(async () => {
  for (const listener of listeners) await listener.close();
  await sandbox.close();
});

async function start(certificate: TestCertificate, more: { isOld?: boolean } = {}) {
  const listener = await startTlsListener({ to: sandbox.url, certificate, ...more });
  listeners.push(listener);
  return listener;
}

/** The status, or the code of what went wrong. Trusts the test authority. */
const ask = (url: string, options: RequestOptions = {}) =>
  new Promise<number | string | undefined>((resolve) => {
    const trusting = { ca: certificates.authority, headers: pairHeaders(sandbox.pair), agent: false, ...options };
    const outgoing = request(`${url}/users`, trusting, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    outgoing.end();
  });

describe("P5: TLS listeners", () => {
  it("speak the same sandbox with a certificate of the authority, to who trusts it", async () => {
    const good = await start(certificates.good);
    expect(await ask(good.url)).toBe(200);
    expect(sandbox.requests.at(-1)).toMatchObject({ path: "/users", headersMatchPair: true });
    expect(await ask(good.url, { ca: [] })).toMatch(/^UNABLE_TO_/);
    sandbox.behave("reset", 1);
    expect(await ask(good.url)).toBe("ECONNRESET");
  });

  it.each([
    ["expired", "CERT_HAS_EXPIRED"],
    ["wrongName", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["selfSigned", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ] as const)("%s: refused with its own code before a request, and right in all else", async (kind, code) => {
    const listener = await start(certificates[kind]);
    const before = sandbox.requests.length;
    expect(await ask(listener.url)).toBe(code);
    expect(sandbox.requests).toHaveLength(before);
    expect(await ask(listener.url, { rejectUnauthorized: false })).toBe(200);
  });

  it("TLS 1.1 only: no handshake with a client of today, one with a client of then", async () => {
    const old = await start(certificates.good, { isOld: true });
    expect(await ask(old.url)).toMatch(/^(EPROTO|ERR_SSL_)/);
    expect(old).toMatchObject({ handshakes: 0, failures: ["ERR_SSL_UNSUPPORTED_PROTOCOL"] });
    for (const maxVersion of ["TLSv1", "TLSv1.1"] as const) {
      expect(await ask(old.url, { minVersion: "TLSv1", maxVersion, ciphers: "DEFAULT@SECLEVEL=0" })).toBe(200);
    }
    expect(old.handshakes).toBe(2);
  });

  it("notice a client that falls back to plain HTTP", async () => {
    const good = await start(certificates.good);
    await expect(fetch(good.url.replace("https", "http"))).rejects.toThrow("fetch failed");
    await expect.poll(() => good.failures).toEqual(["ERR_SSL_HTTP_REQUEST"]);
  });

  it("close while an answer hangs", async () => {
    const good = await start(certificates.good);
    sandbox.behave("hang", 1);
    const asked = ask(good.url);
    await expect.poll(() => good.handshakes).toBe(1);
    await good.close();
    expect(await asked).toBe("ECONNRESET");
  });
});
