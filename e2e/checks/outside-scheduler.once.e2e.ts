import { expect } from "../support/fixtures";
import { credentialBody, test } from "../support/people";

const CRON_SECRET = "a secret of the outside scheduler";

// No worker anywhere: what is not done by the call is not done.
test.use({ settings: { WORKER: "off", CRON_SECRET } });

test("S14: with the worker off, a call of the outside scheduler does its duties: replaced values past their time are destroyed", async ({
  home,
  owner,
}) => {
  const { revision } = (await owner.get("/settings")).body.settings;
  expect((await owner.post("/settings", { revision, versionRetentionDays: 0 })).status).toBe(200);
  const made = await owner.post("/credentials", credentialBody(home.clari.pair, "Kept by nobody"));
  const { id, revision: seen } = made.body.credential;
  const values = home.clari.generatePair();
  expect((await owner.post(`/credentials/${id}/values`, { revision: seen, values, keepBoth: true })).status).toBe(200);
  const destroyed = async () =>
    (await owner.get(`/credentials/${id}/versions`)).body.versions.map((version: { destroyedAt?: string }) =>
      Boolean(version.destroyedAt),
    );
  expect(await destroyed()).toEqual([false, false]);
  const response = await fetch(`${home.app.url}/api/cron/reverify-credentials`, {
    method: "POST",
    headers: { authorization: `Bearer ${CRON_SECRET}` },
  });
  expect(await response.json()).toEqual({ checked: 0, moreDue: false, failed: [] });
  expect(await destroyed()).toEqual([false, true]);
  expect(home.app.output()).not.toContain("a duty failed");
});
