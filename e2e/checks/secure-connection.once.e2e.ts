import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright";
import type { ClariSandbox } from "../sandbox/clari-sandbox";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { startTlsListener, type TlsListener } from "../sandbox/start-tls-listener";
import { makeTestCertificates, type TestCertificate, type TestCertificates } from "../sandbox/test-certificates";
import { closedPort, UNRESOLVABLE_URL } from "../sandbox/unreachable-urls";
import { test as base, expect, fillCredential } from "../support/fixtures";
import { freePort } from "../support/start-app";

/** One address that changes its certificate: the server is started for it once. */
type Gate = {
  port: number;
  provider: ClariSandbox;
  certificates: TestCertificates;
  authorityFile: string;
  closedUrl: string;
  listen(certificate: TestCertificate, more?: { isOld?: boolean }): Promise<TlsListener>;
};

const test = base.extend<object, { gate: Gate }>({
  gate: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const [provider, certificates, closed, port, folder] = await Promise.all([
        startClariSandbox(),
        makeTestCertificates(),
        closedPort(),
        freePort(),
        mkdtemp(path.join(tmpdir(), "latchkey-authority-")),
      ]);
      const authorityFile = path.join(folder, "authority.pem");
      await writeFile(authorityFile, certificates.authority);
      let current: TlsListener | undefined;
      await use({
        port,
        provider,
        certificates,
        authorityFile,
        closedUrl: closed.url,
        listen: async (certificate, more) => {
          await current?.close();
          current = await startTlsListener({ to: provider.url, certificate, port, ...more });
          return current;
        },
      });
      await current?.close();
      await provider.close();
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  settings: [
    ({ gate }, use) =>
      use({
        CLARI_COPILOT_BASE_URL: `https://127.0.0.1:${gate.port}`,
        NODE_EXTRA_CA_CERTS: gate.authorityFile,
        GONG_BASE_URL: gate.closedUrl,
        // By http:, as a name that leads nowhere is looked up before anything is sent.
        FIREFLIES_BASE_URL: UNRESOLVABLE_URL,
        ALLOW_INSECURE_PROVIDER: "1",
      }),
    { scope: "worker" },
  ],
});

const testPair = async (page: Page, gate: Gate) => {
  await fillCredential(page, "Over TLS", gate.provider.pair);
  await page.getByRole("button", { name: "Test", exact: true }).click();
};

for (const [name, reason] of [
  ["selfSigned", "its certificate is self-signed"],
  ["expired", "its certificate has expired"],
  ["wrongName", "its certificate is for another name"],
] as const) {
  test(`P5, I3: a certificate that is ${name} ends the check before the values are sent`, async ({
    signedIn: page,
    gate,
  }) => {
    const listener = await gate.listen(gate.certificates[name]);
    await testPair(page, gate);
    await expect(
      page.getByText(`We couldn't connect to Clari Copilot securely (${reason}), so we didn't send the values.`),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Save without verifying" })).toBeVisible();
    expect(gate.provider.requests).toEqual([]);
    // No second try over plain HTTP.
    expect(listener.failures).not.toContain("ERR_SSL_HTTP_REQUEST");
  });
}

test("P5, I3: a provider that speaks TLS 1.1 at best is not spoken to", async ({ signedIn: page, gate }) => {
  await gate.listen(gate.certificates.good, { isOld: true });
  await testPair(page, gate);
  await expect(page.getByText("We couldn't connect to Clari Copilot securely")).toBeVisible();
  expect(gate.provider.requests).toEqual([]);
});

test("P5: with a certificate that this server trusts the pair is accepted", async ({ signedIn: page, gate }) => {
  await gate.listen(gate.certificates.good);
  await testPair(page, gate);
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();
});

test("P10: a port where nobody listens, and a name that leads nowhere, are told apart", async ({ signedIn: page }) => {
  await page.goto("/data-sources/new/gong");
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("Access Key", { exact: true }).fill("any");
  await page.getByLabel("Access Key Secret", { exact: true }).fill("any");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("This server can't reach Gong.")).toBeVisible();

  await page.goto("/data-sources/new/fireflies");
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("API Key", { exact: true }).fill("any");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("We couldn't find Fireflies.ai's address.")).toBeVisible();
});
