import { runAxe } from "../support/axe";
import type { Cast } from "../support/cast";
import { expect } from "../support/fixtures";
import { join, type Person, test, tokenBody } from "../support/people";
import { Stage } from "../support/stage";

const VALUE = /^lk_[0-9A-Za-z]{46}$/;

async function create(person: Person, name: string, more: object = {}): Promise<{ id: string; value: string }> {
  const { status, body } = await person.post("/tokens", tokenBody(name, more));
  expect(status).toBe(201);
  expect(body.value).toMatch(VALUE);
  return body;
}

test("the value of a token is in one answer, and in no list, page or trail after it", async ({ owner }) => {
  const { id, value } = await create(owner, "Seen once");
  const { body: rotated } = await owner.post(`/tokens/${id}/rotate`, { overlapHours: 1 });
  expect(rotated.value).toMatch(VALUE);
  const pages = ["/api/v1/tokens", "/settings/tokens", "/audit", "/api/v1/audit/export?format=json"];
  for (const path of pages) {
    const response = await fetch(`${owner.url}${path}`, {
      headers: { cookie: owner.cookie, "sec-fetch-site": "same-origin" },
    });
    const text = await response.text();
    expect(response.status, path).toBe(200);
    expect(text, path).toContain("Seen once");
    for (const one of [value, rotated.value]) expect(text, path).not.toContain(one.slice(3, 20));
  }
  const [token] = (await owner.get("/tokens")).body.data;
  expect(token.values.map(({ hint }: { hint: string }) => hint)).toEqual([rotated.value.slice(-4), value.slice(-4)]);
});

/** What a program gets that shows a token. */
async function read(url: string, sourceId: string, value: string, query = "") {
  return ask(`${url}/api/v1/data-sources/${sourceId}/records?limit=1${query}`, value);
}

async function ask(address: string, value: string) {
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${value}`, cookie: "__Host-latchkey.session_token=nobodys" },
  });
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(response.headers.get("cache-control")).toContain("no-store");
  const body = await response.json();
  if (response.ok) return [response.status, body.data?.length > 0 ? "records" : Object.keys(body).join()];
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(body).toMatchObject({ status: response.status, type: expect.stringMatching(/^urn:latchkey:problem:/) });
  if (response.status === 401) expect(response.headers.get("www-authenticate")).toMatch(/^Bearer /);
  return [response.status, body.code];
}

test("L1, A11: a program reads with its token what it is for, until it is rotated, demoted, removed or revoked", async ({
  owner,
  home,
}) => {
  const stage = new Stage({ owner } as Cast, home.clari.pair);
  const [one, other] = [await stage.dataSource(), await stage.dataSource()];
  const member = await join(owner, "member", "Reading Member");
  const { id, value } = await create(member, "Reads one", { sources: [one.id] });
  const { url } = owner;
  expect(await read(url, one.id, value)).toEqual([200, "records"]);
  for (const wrong of [other.id, "a-random-identifier"])
    expect(await read(url, wrong, value)).toEqual([403, "SOURCE_NOT_GRANTED"]);
  const readOfOther = (await owner.get(`/data-sources/${other.id}/records?limit=1`)).body.read;
  for (const path of [`data-sources/${other.id}/reads`, `reads/${readOfOther}`])
    expect(await ask(`${url}/api/v1/${path}`, value), path).toEqual([403, "SOURCE_NOT_GRANTED"]);
  const head = { method: "HEAD", headers: { authorization: `Bearer ${value}` } };
  expect((await fetch(`${url}/api/v1/data-sources/${other.id}/records`, head)).status).toBe(403);
  expect((await fetch(`${url}/api/v1/data-sources/${one.id}/records`, head)).status).toBe(200);
  expect(await ask(`${url}/api/v1/data-sources/${one.id}/reads`, value)).toEqual([200, "records"]);
  expect(await read(url, one.id, value, `&token=${value}`)).toEqual([400, "TOKEN_IN_ADDRESS"]);
  expect(await read(url, one.id, `${value.slice(0, -1)}-`)).toEqual([401, "TOKEN_UNKNOWN"]);
  const [used] = (await member.get("/tokens")).body.data;
  expect(used.values).toMatchObject([{ usedAt: expect.any(String), usedFrom: "127.0.0.1" }]);

  const second = (await member.post(`/tokens/${id}/rotate`, { overlapHours: 0 })).body.value;
  expect(await read(url, one.id, value)).toEqual([401, "TOKEN_REPLACED"]);
  const userId = await member.userId();
  await owner.patch(`/members/${userId}`, { role: "viewer", seen: "member" });
  expect(await read(url, one.id, second)).toEqual([403, "FORBIDDEN"]);
  await owner.patch(`/members/${userId}`, { role: "member", seen: "viewer" });
  expect(await read(url, one.id, second)).toEqual([200, "records"]);
  expect((await owner.delete(`/members/${userId}`)).status).toBe(204);
  expect(await read(url, one.id, second)).toEqual([401, "TOKEN_REVOKED"]);
  const { body } = await owner.get(`/audit/export?format=json&person=token:${id}`, { "sec-fetch-site": "same-origin" });
  const events = body.events.map(({ action, result }: Record<string, string>) => `${action}: ${result}`).toReversed();
  expect(events.filter((event: string) => !event.startsWith("data-source.read:"))).toEqual([
    "token.used: ok",
    ...Array(5).fill("data-source.read-refused: source-not-granted"),
    "token.refused: in-address",
    "token.refused: replaced",
    "access.denied: denied",
    "token.refused: revoked",
  ]);
});

test("Z2: a token of another workspace is a token of nothing, and so is a data source", async ({ owner }) => {
  const { id } = await create(owner, "Stays here");
  const admin = await join(owner, "admin");
  const { workspaceId } = (await owner.post("/workspaces", { name: "Of tokens" })).body;
  const { activeId: here } = (await owner.get("/workspaces")).body;
  await owner.post("/workspaces/active", { workspaceId });
  const elsewhere = await owner.get("/tokens");
  const asked = await Promise.all(
    [id, "a-random-identifier"].flatMap((one) => [
      owner.delete(`/tokens/${one}`),
      owner.post(`/tokens/${one}/rotate`, {}),
    ]),
  );
  await owner.post("/workspaces/active", { workspaceId: here });
  expect(elsewhere.body.data).toEqual([]);
  for (const answer of asked) expect([answer.status, answer.body.code]).toEqual([404, "NOT_FOUND"]);
  const refused = await owner.post("/tokens", tokenBody("Nowhere", { sources: ["a-random-identifier"] }));
  expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, ["sources"]]);
  expect((await admin.delete(`/tokens/${id}`)).status).toBe(204);
  expect((await admin.delete(`/tokens/${id}`)).status).toBe(404);
});

test("U16: a token is created, rotated and revoked without a mouse, and its value is gone with its panel", async ({
  signedIn: page,
  owner,
}) => {
  const member = await join(owner, "member", "Mira Member");
  await create(member, "Of somebody else");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Tokens" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/settings/tokens");
  await expect(page.getByRole("listitem").filter({ hasText: "Of somebody else" })).toContainText("by Mira Member");
  await page.getByRole("button", { name: "Create token" }).focus();
  await page.keyboard.press("Enter");
  const overlay = page.getByRole("dialog");
  await expect(overlay.getByLabel("Token name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(overlay.getByText("Enter a token name.")).toBeVisible();
  await page.keyboard.type("Nightly load");
  await overlay.getByLabel("Expires").focus();
  await page.keyboard.press("End");
  await expect(overlay.getByText("Anyone who finds this token can use it")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await page.keyboard.press("Home");
  await overlay.getByLabel("Token name").focus();
  await page.keyboard.press("Enter");
  const shown = overlay.getByLabel("Token Nightly load");
  await expect(shown).toHaveValue(VALUE);
  const value = await shown.inputValue();
  await expect(overlay.getByText("You won't see it again")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  // Neither a second Enter in haste nor a stray click closes it.
  await expect(overlay.getByRole("button", { name: "Copy" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(overlay.getByRole("button", { name: "Done" })).toBeFocused();
  await page.mouse.click(5, 5);
  await expect(shown).toHaveValue(value);
  await overlay.getByRole("button", { name: "Done" }).focus();
  await page.keyboard.press("Enter");
  await expect(overlay).toBeHidden();
  const row = page.getByRole("list", { name: "Tokens" }).getByRole("listitem").filter({ hasText: "Nightly load" });
  await expect(row).toContainText(`…${value.slice(-4)} · never used`);
  await expect(row).toContainText("Expires");

  await page.getByRole("button", { name: "Rotate Nightly load" }).focus();
  await page.keyboard.press("Enter");
  await expect(overlay.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("End");
  await overlay.getByRole("button", { name: "Rotate" }).focus();
  await page.keyboard.press("Enter");
  await expect(shown).toHaveValue(VALUE);
  const rotated = await shown.inputValue();
  expect(rotated).not.toBe(value);
  await expect(overlay.getByRole("button", { name: "Copy" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(row).toContainText(`…${rotated.slice(-4)}`);
  await expect(row).toContainText(`…${value.slice(-4)} · never used · ends`);
  await page.reload();
  await expect(row).toContainText(`…${rotated.slice(-4)}`);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  for (const place of [await page.content(), kept, page.url()])
    for (const one of [value, rotated]) expect(place).not.toContain(one.slice(3, 20));

  await page.getByRole("button", { name: "Revoke Nightly load" }).focus();
  await page.keyboard.press("Enter");
  await expect(overlay.getByRole("button", { name: "Cancel" })).toBeFocused();
  expect(await runAxe(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(overlay).toBeHidden();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Rotate Of somebody else" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Revoke Of somebody else" })).toBeVisible();
});
