import type { Page } from "playwright/test";
import { askRaw } from "../support/ask-raw";
import { type CapturedAction, captureAction } from "../support/capture-action";
import { expect, fillCredential, test } from "../support/fixtures";

// Server actions are doors of their own: whoever has the id of one can call it with anything.

/** The action behind *Save without verifying*, not carried out. */
async function captureCreate(page: Page, name: string): Promise<CapturedAction> {
  await fillCredential(page, name, { apiKey: "fault:status:503", apiPassword: "any" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const save = page.getByRole("button", { name: "Save without verifying" });
  return captureAction(page, () => save.click());
}

async function nameCount(page: Page, name: string): Promise<number> {
  await page.goto("/data-sources/new/clari-copilot");
  return page.getByRole("radio", { name }).count();
}

// An installation of its own: the failures that it provokes open the provider's circuit.
test.use({ installation: "doors/action-doors" });

test("N3: an action from another site, or without saying from where, is not carried out", async ({
  signedIn: page,
  home,
}) => {
  const action = await captureCreate(page, "Forged from elsewhere");
  const { host } = new URL(home.app.url);
  for (const [origin, status] of [
    ["https://evil.example", 403],
    ["null", 403],
    [`http://${host}.evil.example`, 403],
    ["http://127.0.0.1:1", 403],
  ] as const) {
    const response = await action.send({ headers: { origin } });
    expect(response.status, origin).toBe(status);
  }
  // Refused by the action itself: what Next compares is the host only.
  const wrongScheme = await action.send({ headers: { origin: `https://${host}` } });
  expect(await wrongScheme.text()).toContain('"code":"CROSS_ORIGIN"');
  const { origin: _, ...withoutOrigin } = action.headers;
  const localhost = host.replace("127.0.0.1", "localhost");
  const sendRaw = (headers: Record<string, string>) =>
    askRaw(home.app.url, "/data-sources/new/clari-copilot", { method: "POST", headers, body: action.body });
  for (const site of ["cross-site", "same-site"]) {
    for (const more of [
      {},
      // One of the names of this machine, but not the one of the page.
      { origin: `http://${localhost}`, host: localhost },
    ]) {
      const { text } = await sendRaw({ ...withoutOrigin, ...more, "sec-fetch-site": site });
      expect(text, `${site} ${JSON.stringify(more)}`).toContain('"code":"CROSS_ORIGIN"');
    }
    expect((await sendRaw({ ...withoutOrigin, origin: "", "sec-fetch-site": site })).status).toBe(403);
  }
  expect(await nameCount(page, "Forged from elsewhere")).toBe(0);
  // Nothing else was wrong with it: a program that is no browser says neither.
  expect(withoutOrigin).not.toHaveProperty("sec-fetch-site");
  expect((await sendRaw(withoutOrigin)).text).toContain('"saved":true');
});

test("N7, N8: a malformed or oversized call of an action is a 4xx, and the server goes on answering", async ({
  signedIn: page,
  home,
}) => {
  const action = await captureCreate(page, "Malformed");
  const malformed = [
    '["$F1"]',
    '["$B1"]',
    '["$Q1"]',
    '["$1:__proto__:x"]',
    '[{"a":',
    "",
    "null",
    "7",
    "[".repeat(30_000),
    `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  ];
  for (const body of malformed) expect((await action.send({ body })).status, body.slice(0, 20)).toBe(400);
  // These can be read, as an empty form and as a promise of what never comes: the action itself refuses them.
  for (const body of ['["$K9"]', '["$@1"]', '[{"then":"$1"}]']) {
    const response = await action.send({ body });
    expect(response.status, body).toBeLessThan(500);
    expect(await response.text(), body).not.toContain('"saved":true');
  }
  expect((await action.send({ body: `["${"x".repeat(100_000)}"]` })).status).toBe(413);
  const form = (body: string) => action.send({ body, headers: { "content-type": "multipart/form-data; boundary=x" } });
  expect((await form("no boundary in here")).status).toBe(400);
  expect((await form('--x\r\nContent-Disposition: form-data; name="1"\r\n\r\n[]\r\n--x--\r\n')).status).toBe(400);
  expect((await action.send({ headers: { "next-action": "0".repeat(42) } })).status).toBe(409);
  expect((await action.send({ headers: { "next-action": "__proto__" } })).status).toBe(400);

  // Several at a time, and the health of the server all the while.
  let ended = 0;
  const flood = Array.from({ length: 3 }, async () => {
    for (const body of malformed) expect((await action.send({ body })).status, body.slice(0, 20)).toBe(400);
  }).map((lane) => lane.finally(() => (ended += 1)));
  while (ended < flood.length) {
    const health = await fetch(`${home.app.url}/api/health`, { signal: AbortSignal.timeout(1000) });
    expect(health.status).toBe(200);
  }
  await Promise.all(flood);
  expect((await fetch(`${home.app.url}/api/ready`)).status).toBe(200);
  expect(await nameCount(page, "Malformed")).toBe(0);
});

test("Z6, Z7: an action takes the types of its schema and nothing more", async ({ signedIn: page }) => {
  const action = await captureCreate(page, "Typed wrongly");
  const [from, input] = JSON.parse(action.body) as [string, Record<string, unknown>];
  const odd = [{ not: "" }, { contains: "" }, ["x"], 7, true, "$undefined", "$Infinity", "$n99", "$D2020", null];
  for (const value of odd) {
    for (const field of ["connectorId", "formId", "name", "values"]) {
      // A date and a big number are what Flight makes of these texts.
      if (field === "name" && typeof value === "string" && value.startsWith("$D")) continue;
      const body = JSON.stringify([from, { ...input, [field]: value }]);
      expect(await (await action.send({ body })).text(), body).toContain('"ok":false');
    }
    expect(await (await action.send({ body: JSON.stringify([from, value]) })).text()).toContain('"ok":false');
  }
  expect(await nameCount(page, "Typed wrongly")).toBe(0);
});

test("Z7: an object in place of an id deletes nothing", async ({ signedIn: page }) => {
  const action = await captureCreate(page, "Survives");
  // The key that stands for this fault may be stored already, by another test.
  const [workspaceId, input] = JSON.parse(action.body) as [string, object];
  const body = JSON.stringify([workspaceId, { ...input, keepBoth: true }]);
  expect(await (await action.send({ body })).text()).toContain('"saved":true');
  await page.goto("/credentials");
  await page.getByRole("link", { name: "Survives" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Delete" });
  const remove = await captureAction(page, () => confirm.click());
  const [from] = JSON.parse(remove.body) as [string];
  for (const id of [{ not: "" }, { contains: "" }, [], ["x"], 7, true, null, "$undefined", "%", "'; --"]) {
    const text = await (await remove.send({ body: JSON.stringify([from, id]) })).text();
    expect(text, JSON.stringify(id)).toContain('"code":"NOT_FOUND"');
  }
  expect(await nameCount(page, "Survives")).toBe(1);
});
