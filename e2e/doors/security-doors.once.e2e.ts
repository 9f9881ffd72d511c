import { expect, fillCredential, makeOwner, test } from "../support/fixtures";

const VALUES = { apiKey: "canary-key-77aa", apiPassword: "canary-password-88bb" };

test("Z3, N3, U12: routes refuse strangers, other sites and nonsense with one error shape", async ({ home }) => {
  await makeOwner(home.app.url);
  const url = `${home.app.url}/api/v1/credentials/verify`;
  const post = async (headers: Record<string, string>, body: string) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const text = await response.text();
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(text).not.toContain("canary");
    return { status: response.status, code: JSON.parse(text).code };
  };
  const body = JSON.stringify({ connectorId: "clari-copilot", values: VALUES });
  expect(await post({}, body)).toEqual({ status: 401, code: "NOT_SIGNED_IN" });
  for (const origin of ["https://evil.example", "null", `${home.app.url}.evil.example`]) {
    expect(await post({ origin }, body)).toEqual({ status: 403, code: "CROSS_ORIGIN" });
  }
  // The second is one of the names of this machine, but not the one of the page.
  for (const origin of [{}, { origin: home.app.url.replace("127.0.0.1", "localhost") }, { origin: home.app.url }])
    for (const site of ["cross-site", "same-site"])
      expect(await post({ ...origin, "sec-fetch-site": site }, body)).toEqual({ status: 403, code: "CROSS_ORIGIN" });
  expect((await post({ origin: home.app.url, "sec-fetch-site": "same-origin" }, body)).status).toBe(401);
  expect((await fetch(home.app.url, { method: "DELETE" })).status).toBe(405);
});

test("I1, I4, Z6, Z7, I10: the verification route takes what its schema says and nothing else", async ({
  signedIn: page,
}) => {
  await page.goto("/data-sources");
  const ask = (body: string) =>
    page.evaluate(async (text) => {
      const response = await fetch("/api/v1/credentials/verify", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: text,
      });
      return { status: response.status, text: await response.text() };
    }, body);
  const good = await ask(
    JSON.stringify({ connectorId: "clari-copilot", values: VALUES, baseUrl: "http://127.0.0.1:1" }),
  );
  expect(good.status).toBe(200);
  expect(JSON.parse(good.text)).toMatchObject({
    status: "FAILED",
    outcome: "refused",
    message: "Clari Copilot didn't accept this pair.",
  });
  for (const values of [
    { ...VALUES, apiKey: "" },
    { ...VALUES, apiKey: "a\nb" },
    { ...VALUES, apiKey: "clé" },
    { apiKey: { not: "" } },
    [],
    null,
    "x",
  ]) {
    const answer = await ask(JSON.stringify({ connectorId: "clari-copilot", values }));
    expect(answer.status, JSON.stringify(values)).toBe(422);
    expect(answer.text).not.toContain("canary-key");
  }
  for (const body of [
    "",
    "{",
    "[]",
    "7",
    '{"connectorId":{"not":""}}',
    '{"__proto__":{"connectorId":"clari-copilot"}}',
  ]) {
    expect((await ask(body)).status, body).toBe(422);
  }
  expect((await ask(JSON.stringify({ connectorId: "nothing", values: {} }))).status).toBe(404);
  expect(
    (await ask(JSON.stringify({ connectorId: "clari-copilot", values: { apiKey: "x".repeat(70_000) } }))).status,
  ).toBe(413);
});

test("S1, S2, S3, S4: a saved value is in no answer, no address, no storage of the browser and no log line", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Canary", home.clari.pair);
  const answers: string[] = [];
  page.on("request", (request) => answers.push(`${request.url()} ${request.headers().referer ?? ""}`));
  page.on("response", (response) => {
    answers.push(JSON.stringify(response.headers()));
    void response.text().then(
      (text) => answers.push(text),
      () => undefined,
    );
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Canary" })).toBeChecked();
  await page.goto("/credentials");
  await page.getByRole("link", { name: "Canary" }).click();
  await expect(page.getByRole("heading", { name: "Canary" })).toBeVisible();
  const storage = await page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      document.cookie,
      document.title,
      location.href,
      await indexedDB.databases(),
      // Only where the browser takes the origin for a safe one.
      "caches" in window ? await caches.keys() : [],
    ]),
  );
  const cookies = JSON.stringify(await page.context().cookies());
  // The provider gets them in two headers and nowhere else.
  const toProvider = JSON.stringify(home.clari.requests.map(({ path }) => path));
  const seen = [...answers, await page.content(), storage, cookies, toProvider, home.app.output()].join("\n");
  expect(answers.length).toBeGreaterThan(2);
  for (const value of Object.values(home.clari.pair)) expect(seen).not.toContain(value);
});
