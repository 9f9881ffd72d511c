import { expect } from "../support/fixtures";
import { credentialBody, ifMatch, test } from "../support/people";

const CRON_SECRET = "a secret of the outside scheduler";

// No worker anywhere: what is not done by the call is not done.
test.use({ settings: { WORKER: "off", CRON_SECRET } });

test("S14: with the worker off, a call of the outside scheduler does its duties: replaced values past their time are destroyed", async ({
  home,
  owner,
}) => {
  const { revision } = (await owner.get("/settings")).body;
  expect((await owner.patch("/settings", { versionRetentionDays: 0 }, ifMatch(revision))).status).toBe(200);
  const made = await owner.post("/credentials", credentialBody(home.clari.pair, "Kept by nobody"));
  const { id, revision: seen } = made.body;
  const values = home.clari.generatePair();
  expect((await owner.put(`/credentials/${id}/values`, { values }, ifMatch(seen))).status).toBe(200);
  const destroyed = async () =>
    (await owner.get(`/credentials/${id}/versions`)).body.data.map((version: { destroyedAt?: string }) =>
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
