import { type RecordedRequest, startHttpSandbox } from "../sandbox/http-sandbox";
import { sendJson } from "../sandbox/send";
import { runAxe } from "../support/axe";
import { expect, test } from "../support/fixtures";

// The overlay draws every kind of form from its connector's data, and what is typed travels as the data says. One connector
// of each kind; that all others are of these kinds is seen by unit tests.

test.use({ installation: "credentials/forms" });

const KEY = "good-key-of-the-sandbox";
/** Of another account. */
const OTHER_KEY = `${KEY}-2`;

/** What is accepted at which path. */
const ANSWERS: Record<string, unknown> = {
  "/account-info/v3/details": { portalId: 123_456 },
  "/v1/company": { company: { id: 12, name: "Acme‮ Calls" } },
  "/api/v2/users/me.json": { user: { id: 7, email: "agent@example.com" } },
  "/me": { type: "admin", id: "1", app: { name: "Acme", region: "EU" } },
  "/v1/customers": { object: "list", url: "/v1/customers", data: [{ id: "cus_1" }] },
  "/api/v1/client": [{ id: 1 }],
  "/api/app/me": { status: "ok", results: {} },
  "/crm/v3/objects/contacts": { results: [{ id: "1" }] },
  "/crm/v3/owners": { results: [] },
};

type Asked = RecordedRequest & { sent: string };
const startProviders = () =>
  startHttpSandbox<Asked>({
    secretsOf: () => [],
    record: ({ headers }, base) => {
      const login = (headers.authorization ?? "").replace(/^Basic (.+)$/, (_, text) =>
        Buffer.from(text, "base64").toString(),
      );
      return { ...base, sent: [login, headers["stripe-context"]].filter(Boolean).join(" ") };
    },
    answer: (exchange, asked) => {
      const isRight = `${asked?.sent}${exchange.url.search}`.includes(KEY);
      const { pathname } = exchange.url;
      if (isRight && pathname === "/crm/v3/objects/deals")
        return sendJson(exchange, 403, { category: "MISSING_SCOPES" });
      if (asked?.sent === `Bearer ${OTHER_KEY}` && pathname.startsWith("/account-info"))
        return sendJson(exchange, 200, { portalId: 654_321 });
      return isRight
        ? sendJson(exchange, 200, ANSWERS[exchange.url.pathname] ?? {})
        : sendJson(exchange, 401, { error: "no" });
    },
  });

const ids = ["HUBSPOT", "AIRCALL", "ZENDESK", "INTERCOM", "STRIPE", "SMARTLEAD", "MIXPANEL"];
let sandbox: Awaited<ReturnType<typeof startProviders>>;
test.beforeAll(async ({ home }) => {
  sandbox = await startProviders();
  for (const id of ids) {
    home.env[`${id}_BASE_URL`] = sandbox.url;
    // A host has one pace, and here all of them are one host.
    home.env[`${id}_PER_SECOND`] = "10";
  }
  await home.restart();
});
test.afterAll(() => sandbox.close());

type Form = { kind: string; id: string; typed: Record<string, string>; sent: string; said: string };
const forms: Form[] = [
  {
    kind: "one secret",
    id: "hubspot",
    typed: { "Service Key": KEY },
    sent: `Bearer ${KEY}`,
    said: "HubSpot accepted this key. It belongs to the account “123456”.",
  },
  {
    kind: "a pair",
    id: "aircall",
    typed: { "API ID": "id1", "API Token": KEY },
    sent: `id1:${KEY}`,
    said: "It belongs to the account “Acme Calls”.",
  },
  {
    ...{ kind: "a label of the host, and a plain field", id: "zendesk" },
    typed: { Subdomain: "https://Acme.zendesk.com/agent/1", "Email Address": "agent@example.com", "API Token": KEY },
    ...{
      sent: `agent@example.com/token:${KEY}`,
      said: "Zendesk accepted this token. It belongs to “agent@example.com”.",
    },
  },
  {
    kind: "a choice",
    id: "intercom",
    typed: { Region: "Europe", "Access Token": KEY },
    sent: `Bearer ${KEY}`,
    said: "Intercom accepted this token.",
  },
  {
    kind: "an optional field",
    id: "stripe",
    typed: { "Restricted Key": `rk_test_${KEY}` },
    sent: `Bearer rk_test_${KEY}`,
    said: "It's a key of the test mode",
  },
  {
    kind: "a key in the address",
    id: "smartlead",
    typed: { "API Key": KEY },
    sent: "",
    said: "Smartlead accepted this key.",
  },
  {
    ...{ kind: "a choice, a plain field and a pair", id: "mixpanel" },
    typed: { Region: "Europe", "Project ID": "77", "Service Account Username": "sa", "Service Account Secret": KEY },
    ...{ sent: `sa:${KEY}`, said: "Mixpanel accepted this service account." },
  },
];

test("each kind of form is filled in, and what it asks for is sent as its provider wants it", async ({
  signedIn: page,
}) => {
  for (const { kind, id, typed, sent, said } of forms) {
    await page.goto(`/credentials?connectorId=${id}&add=1`);
    const overlay = page.getByRole("dialog", { name: "Add New Credential" });
    for (const [label, value] of Object.entries(typed)) {
      const field = overlay.getByLabel(label, { exact: true });
      if (label === "Region") await field.selectOption(value);
      else await field.fill(value);
    }
    sandbox.clearRequests();
    await overlay.getByRole("button", { name: "Test", exact: true }).click();
    await expect(overlay.getByText(said), kind).toBeVisible();
    expect(
      sandbox.requests.map((request) => request.sent),
      kind,
    ).toEqual([sent]);
    if (id === "zendesk") expect(await runAxe(page)).toEqual([]);
  }
});

test("a host that leads elsewhere is refused by the form, and a wrong key is told as one", async ({
  signedIn: page,
}) => {
  await page.goto("/credentials?connectorId=zendesk&add=1");
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await overlay.getByLabel("Subdomain", { exact: true }).fill("acme@evil.example");
  await overlay.getByLabel("Email Address", { exact: true }).fill("agent@example.com");
  await overlay.getByLabel("API Token", { exact: true }).fill("a-wrong-token");
  sandbox.clearRequests();
  await overlay.getByRole("button", { name: "Test", exact: true }).click();
  await expect(overlay.getByText("Subdomain has to be the part before .zendesk.com.")).toBeVisible();
  expect(sandbox.requests).toEqual([]);
  await overlay.getByLabel("Subdomain", { exact: true }).fill("acme");
  await overlay.getByRole("button", { name: "Test", exact: true }).click();
  await expect(overlay.getByText("Zendesk didn't accept this token.")).toBeVisible();
});

test("a credential shows whose it is and what it may read, and asks before someone else's key replaces its own", async ({
  signedIn: page,
}) => {
  await page.goto("/credentials?connectorId=hubspot&add=1");
  const overlay = page.getByRole("dialog");
  await overlay.getByLabel("Credential Name").fill("HubSpot of one");
  await overlay.getByLabel("Service Key", { exact: true }).fill(KEY);
  await overlay.getByRole("button", { name: "Save", exact: true }).click();
  await expect(overlay).toBeHidden();
  await page.goto("/data-sources/new/hubspot");
  await expect(page.locator(".credential-tile").filter({ hasText: "HubSpot of one" })).toContainText("“123456”");
  await page.goto("/credentials");
  await page.getByRole("link", { name: "HubSpot of one", exact: true }).click();
  await expect(page.getByText("the account “123456”")).toBeVisible();

  const reads = page.getByRole("region", { name: "What may it read?" });
  await reads.getByRole("button", { name: "Ask now" }).click();
  await expect(reads.getByText("This key may read contacts.")).toBeVisible();
  await expect(reads.getByText("This key may not read deals.")).toBeVisible();
  await expect(reads.getByText("Whether this key may read calls is unclear: unexpected answer.")).toBeVisible();
  await expect(page.getByText("Verified", { exact: true }).first()).toBeVisible();
  expect(await runAxe(page)).toEqual([]);

  await page.getByRole("button", { name: "Replace values" }).click();
  await overlay.getByLabel("Service Key", { exact: true }).fill(OTHER_KEY);
  await overlay.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(
    overlay.getByText("The old values were of the account “123456”; these are of the account “654321”."),
  ).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await overlay.getByRole("button", { name: "Replace anyway" }).click();
  await expect(overlay).toBeHidden();
  await expect(page.getByText("the account “654321”")).toBeVisible();
});

test("the picker has categories, finds by product, and says what nobody has tried", async ({ signedIn: page }) => {
  await page.goto("/data-sources/new");
  await expect(page.getByRole("heading", { name: "Conversation intelligence" })).toBeVisible();
  await page.getByLabel("Search data source types").fill("deals crm");
  await expect(page.getByRole("link", { name: "HubSpot" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Zendesk" })).toBeHidden();
  // Once for all of them, and on no tile.
  await expect(page.getByText(/nobody has tried it with a real account yet/)).toHaveCount(1);
  await expect(page.getByText(/not yet tried/)).toHaveCount(0);
  await page.getByLabel("Search data source types").fill("fathom");
  await page.getByRole("link", { name: "Fathom", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Add New Credential" })).toContainText("Fathom");
  await page.goto("/credentials?add=1");
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await overlay.getByLabel("Search types").fill("hub");
  await overlay.getByRole("button", { name: "HubSpot" }).click();
  await expect(overlay.getByLabel("Service Key", { exact: true })).toBeVisible();
});
