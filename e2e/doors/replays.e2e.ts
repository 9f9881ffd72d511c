import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { captureAction } from "../support/capture-action";
import { cookieOf, expect, fillCredential, test } from "../support/fixtures";

type Listed = { id: string; name: string };

/** Talks to the route of credentials with the session of a page. */
async function routeOf(page: Page, url: string) {
  const headers = { cookie: await cookieOf(page), origin: url };
  const address = `${url}/api/v1/credentials`;
  return {
    save: (name: string, key: string) =>
      fetch(address, {
        method: "POST",
        headers: { ...headers, "idempotency-key": key },
        body: JSON.stringify({
          connectorId: "clari-copilot",
          name,
          description: "",
          values: { apiKey: "a-key", apiPassword: "a-password" },
          saveUnverified: true,
          keepBoth: true,
        }),
      }),
    named: async (name: string) => {
      const { data } = (await (await fetch(address, { headers })).json()) as { data: Listed[] };
      return data.filter((credential) => credential.name === name);
    },
  };
}

const twenty = <T>(work: (index: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, i) => work(i)));
const tally = (values: (string | number)[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((other) => other === value).length]));

// An installation of its own: the failures that it provokes open the provider's circuit.
test.use({ installation: "doors/replays" });

test("U2: one form's action sent 20 times at once makes one credential, and every answer names it", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Replayed action", { apiKey: "fault:status:503", apiPassword: "any" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const saveUnverified = page.getByRole("button", { name: "Save without verifying" });
  const action = await captureAction(page, () => saveUnverified.click());
  // Not sent, as for someone whose connection broke: the form says so and keeps what was typed.
  await expect(page.getByText("The server didn't answer. What you typed is still here")).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toHaveValue("Replayed action");
  const answers = await twenty(async () => {
    const response = await action.send();
    return { status: response.status, text: await response.text() };
  });
  expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 20 });
  const rows = await (await routeOf(page, home.app.url)).named("Replayed action");
  expect(rows).toHaveLength(1);
  for (const { text } of answers) {
    expect(text).toContain('"saved":true');
    expect(text).toContain(`"id":"${rows[0]?.id}"`);
  }
});

test("U2: the route called 20 times at once with one idempotency key makes one credential", async ({
  signedIn: page,
  home,
}) => {
  const route = await routeOf(page, home.app.url);
  const key = randomUUID();
  // Who comes while the first one still runs is told to wait, and then gets what the first one got.
  const answers = await twenty(async () => {
    for (;;) {
      const response = await route.save("Replayed route", key);
      const { id, code } = await response.json();
      if (code !== "STILL_RUNNING")
        return { status: response.status, id: String(id), replayed: response.headers.get("idempotency-replayed") };
      expect([response.status, response.headers.get("retry-after")]).toEqual([409, "1"]);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 20 });
  expect(tally(answers.map(({ replayed }) => String(replayed)))).toEqual({ null: 1, true: 19 });
  const rows = await route.named("Replayed route");
  expect(rows).toHaveLength(1);
  expect(tally(answers.map(({ id }) => id))).toEqual({ [rows[0]?.id ?? ""]: 20 });
  const other = await route.save("Another thing", key);
  expect([other.status, (await other.json()).code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
  expect(await route.named("Another thing")).toEqual([]);
});

test("R14: 20 forms with one name at once: one is saved, 19 are told that the name is taken", async ({
  signedIn: page,
  home,
}) => {
  const route = await routeOf(page, home.app.url);
  const answers = await twenty(async (index) => {
    // Spellings that are one name: case, spacing and compatibility forms do not count.
    const name = ["Contested name", "CONTESTED NAME", "contested  name", "ｃontested name"][index % 4] ?? "";
    const response = await route.save(name, randomUUID());
    return response.status === 201 ? 201 : `${response.status} ${(await response.json()).code}`;
  });
  expect(tally(answers)).toEqual({ 201: 1, "409 NAME_TAKEN": 19 });
});
