import { afterAll, expect, it, vi } from "vitest";
import { connectors } from "@/lib/connectors/registry";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { seedCredential } from "./seed-credentials";
import { seedPeople } from "./seed-people";
import { PLANS } from "./seed-plan";

const token = "the token of this test's seed";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../../credentials/clari-home.fixture");
  const home = await startClariHome();
  vi.stubEnv("SETUP_TOKEN", "the token of this test's seed");
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

it("the plan has forty credentials in every state, and reads endpoints that there are", () => {
  expect(PLANS.filter(({ isDeleted }) => !isDeleted)).toHaveLength(40);
  expect(new Set(PLANS.map(({ state }) => state)).size).toBe(3);
  expect(new Set(PLANS.map(({ name }) => name)).size).toBe(PLANS.length);
  for (const { connectorId, sources = [] } of PLANS) {
    const ids = connectors.find(({ id }) => id === connectorId)?.endpoints.map(({ id }) => id);
    for (const { endpointId } of sources) expect(ids).toContain(endpointId);
  }
});

it("people of each role and one credential of each kind are made as the plan says", async () => {
  const owner = { name: "Ada Moreno", email: "owner@example.com", password: "a quiet sentence to remember" };
  const { people, accounts } = await seedPeople(owner, token);
  expect(accounts.map(({ role }) => role)).toEqual(["admin", "member", "viewer"]);
  const pairs = { "clari-copilot": clari.pair, gong: {}, fireflies: {} };
  const chosen = new Set(["Sales EMEA", "Sales Iberia", "Sales Japan", "Support LATAM"]);
  for (const plan of PLANS) if (chosen.has(plan.name)) await seedCredential(plan, people, pairs);
  const { credentials } = await listCredentials(people.owner, { sort: "name" });
  expect(credentials.map(({ name, status }) => [name, status])).toEqual([
    ["Sales EMEA", "VERIFIED"],
    ["Sales Iberia", "FAILED"],
    ["Sales Japan", "UNVERIFIED"],
  ]);
  expect((await listDataSources(people.owner, {})).dataSources).toHaveLength(2);
}, 60_000);
