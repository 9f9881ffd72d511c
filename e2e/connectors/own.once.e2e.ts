import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { test as base, expect } from "../support/fixtures";

const KEY = "the-only-key-that-works";

type Acme = {
  url: string;
  asked: { path: string; key: string | undefined; version: string | undefined }[];
  /** It lets whoever asks wait; how many of them went. */
  isSlow: boolean;
  left: number;
};

/** An API of one's own: it takes a key in a header of its own, and has three orders, two of them a page. */
const test = base.extend<object, { acme: Acme }>({
  acme: [
    // biome-ignore lint/correctness/noEmptyPattern: it needs nothing
    async ({}, use) => {
      const acme: Acme = { url: "", asked: [], isSlow: false, left: 0 };
      const server = createServer((request, response) => {
        const url = new URL(request.url ?? "/", "http://acme");
        const [key, version] = [request.headers["x-acme-key"], request.headers["x-version"]].map(String);
        acme.asked.push({ path: url.pathname + url.search, key, version });
        if (acme.isSlow) {
          response.on("close", () => {
            acme.left += 1;
          });
          return;
        }
        const page = Number(url.searchParams.get("page") ?? 1);
        const orders = [1, 2, 3].slice(2 * (page - 1), 2 * page).map((id) => ({ id, buyer: `Buyer ${id}` }));
        const isKnown = key === KEY;
        response.writeHead(isKnown ? 200 : 401, { "content-type": "application/json" });
        response.end(JSON.stringify(isKnown ? (url.pathname === "/v1/me" ? { id: "acme" } : { data: orders }) : {}));
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      acme.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await use(acme);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: "worker" },
  ],
  settings: [
    ({ acme }, use) => use({ CUSTOM_CONNECTOR_HOSTS: `api.acme.test=${acme.url} api.listed.test` }),
    { scope: "worker" },
  ],
});
test.use({ installation: "connectors/own" });

async function addCredential(page: Page, key: string) {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Credential Name").fill("Shop");
  await dialog.getByLabel("API Key", { exact: true }).fill(key);
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
}

test("an API of one's own goes from nothing to records, and a change of how its key travels asks anew", async ({
  signedIn: page,
  acme,
}) => {
  await page.goto("/data-sources/new");
  await page.getByRole("link", { name: "Use your own API" }).click();
  await expect(page.getByText("This server's operator allows api.acme.test, api.listed.test.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);

  // By the keyboard, from the first input on; what is wrong stands beside it.
  await page.getByLabel("Connector name").focus();
  await page.keyboard.type("HubSpot");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Orders of our shop.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("api.acme.test:8443");
  await page.getByLabel("Path", { exact: true }).fill("/v1/me");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Latchkey has HubSpot already.")).toBeVisible();
  await expect(page.getByText("Values only travel to port 443.")).toBeVisible();
  await expect(page.getByText("Say what 403 means:")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  expect(acme.asked).toEqual([]);

  // A row that goes takes its own values along, and the next one begins empty.
  const headers = page.getByLabel("Header", { exact: true });
  await page.getByRole("button", { name: "Add a place" }).click();
  await expect(page.getByLabel("Where").nth(1)).toBeFocused();
  await headers.nth(1).fill("X-Second");
  await page.getByRole("button", { name: "Remove place 1" }).click();
  await expect(headers).toHaveCount(1);
  await expect(headers).toHaveValue("X-Second");
  await page.getByRole("button", { name: "Add a place" }).click();
  await expect(headers.nth(1)).toHaveValue("");
  await page.getByRole("button", { name: "Remove place 2" }).click();
  await page.getByLabel("Value", { exact: true }).selectOption("API Key");

  await page.getByLabel("Connector name").fill("Acme orders");
  await page.getByLabel("Host").fill("api.elsewhere.test");
  await page.getByLabel("Header", { exact: true }).fill("X-Acme-Key");
  await page.getByLabel("Text before").fill("");
  await page.getByLabel("It has to hold").fill("id");
  await page.getByLabel("What 403 means").selectOption("Could be either");
  await page.getByRole("button", { name: "Add an endpoint" }).click();
  await page.getByLabel("Endpoint name").fill("Orders");
  await page.getByLabel("Endpoint path").fill("/v1/orders");
  await page.getByLabel("Pages").selectOption("Pages by number");
  await page.getByLabel("Sent as", { exact: true }).fill("page");
  const sent = page.getByRole("region", { name: "The request that verifies" });
  await expect(sent).toContainText("X-Acme-Key: ‹API Key›");
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await expect(page.locator("#definition-host-help")).toContainText("allow");
  await page.getByLabel("Host").fill("api.acme.test");
  // What is typed is there after a reload.
  await page.reload();
  await expect(page.getByText("Draft restored.")).toBeVisible();
  await expect(page.getByLabel("Endpoint path")).toHaveValue("/v1/orders");
  // Whoever waits knows for whom, and can stop it: nobody is asked any more.
  acme.isSlow = true;
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await expect(page.getByText("Asking api.acme.test without any value, then with invented ones")).toBeVisible();
  await expect.poll(() => acme.asked.length).toBe(1);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("You stopped it, so we don't know whether api.acme.test refuses.")).toBeVisible();
  await expect.poll(() => acme.left).toBe(1);
  expect(acme.asked.length).toBe(1);
  Object.assign(acme, { isSlow: false, asked: [] });
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await expect(page.getByText("Wrong values are refused, so credentials can be verified.")).toBeVisible();
  expect(acme.asked.map(({ path }) => path)).toEqual(["/v1/me", "/v1/me"]);
  await page.getByRole("button", { name: "Save as verifiable" }).click();

  // On to its first credential.
  await page.waitForURL(/\/data-sources\/new\/own-.*add=1/);
  const connectorId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await addCredential(page, "another-key");
  await expect(page.getByRole("dialog").getByText("didn't accept")).toBeVisible();
  await addCredential(page, KEY);
  await expect(page.getByRole("radio", { name: "Shop" })).toBeChecked();
  await expect(page.getByText("Values go to api.acme.test and nowhere else.")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Data source name").fill("Orders of the shop");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1/);
  const sourceId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const answer = await page.request.get(`/api/v1/data-sources/${sourceId}/records`);
  expect(answer.status()).toBe(200);
  expect((await answer.json()).data.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3]);

  // Everyone sees whose it is, and it never looks like a built-in one.
  await page.goto("/data-sources/new");
  const tile = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Acme orders", exact: true }) });
  await expect(tile).toContainText("Your own");
  await expect(tile).toContainText(/Defined by Ada Owner on .* Values go to api\.acme\.test and nowhere else\./);

  // Another header: the credential is asked about anew, and the form tries before it saves.
  await page.goto(`/settings/own-connectors/${connectorId}`);
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  // What a data source reads can't go, and is put back with a click.
  await page.getByRole("button", { name: "Remove endpoint 1" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(
    page.getByText("Orders is read by 1 data source: “Orders of the shop”. It can go once none reads it."),
  ).toBeInViewport();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Put Orders back" }).click();
  await expect(page.getByLabel("Endpoint path")).toHaveValue("/v1/orders");
  await expect(page.getByText("Orders is read by 1 data source")).toBeHidden();
  await page.getByLabel("Header", { exact: true }).fill("X-Other-Key");
  await page.getByRole("button", { name: "Try", exact: true }).click();
  await page
    .getByRole("button", { name: "Save as verifiable" })
    .or(page.getByRole("button", { name: "Save changes" }))
    .click();
  await page.waitForURL(`**/settings/own-connectors/${connectorId}`);
  await expect(page.getByText("2, changed by Ada Owner")).toBeVisible();
  // What it was before is there, and can be taken along.
  const versions = page.getByRole("region", { name: "Versions" });
  await expect(versions.getByRole("listitem").first()).toContainText("In use · Changed: how values travel");
  await versions.getByText("Definition of version 1").click();
  await expect(versions.getByRole("region", { name: "Version 1" })).toContainText('"name": "X-Acme-Key"');
  const download = page.waitForEvent("download");
  await versions.getByRole("button", { name: "Download version 1" }).click();
  expect((await download).suggestedFilename()).toBe("acme-orders-version-1.json");
  expect(await runAxe(page)).toEqual([]);
  const { data } = await (await page.request.get(`/api/v1/credentials?connectorId=${connectorId}`)).json();
  expect(data.map(({ status }: { status: string }) => status)).not.toContain("VERIFIED");
});
