import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { verifyValues } from "@/lib/checks/verify-values";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { verifyCredential } from "./verify-credential";

// Three workspaces, one provider, real sockets: what fails for one of them, and what fails for all.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);
beforeEach(async () => {
  await (await prisma()).providerCircuit.deleteMany();
  clari.clearRequests();
});

const owner = async () => (await makeWorkspace("owner"))[0] as Member;
const threeOwners = async () => [await owner(), await owner(), await owner()] as const;

async function save(actor: Member, values: Record<string, string>, more: object = {}) {
  const form = { connectorId: "clari-copilot", formId: randomId(), name: "Pair", description: "", keepBoth: true };
  const result = await createCredential(actor, { ...form, values, ...more });
  if (result.saved) return result.credential;
  if ("verification" in result) return result.verification.outcome;
  throw new Error("A duplicate was not expected.");
}
/** Values that Clari answers with 502, as it does where a reply is too large; stored without a check. */
async function tooLarge(actor: Member, password: string) {
  const saved = await save(actor, { apiKey: "fault:status:502", apiPassword: password }, { saveUnverified: true });
  if (typeof saved === "string") throw new Error("It should be saved.");
  return saved.id;
}
const verify = async (actor: Member, id: string) => (await verifyCredential(actor, id)).outcome;

it("P13: what fails for one workspace's credential, again and again, leaves the Save of the others alone", async () => {
  const [first, second, third] = await threeOwners();
  const id = await tooLarge(first, "one");
  const outcomes: string[] = [];
  for (let check = 0; check < 6; check += 1) outcomes.push(await verify(first, id));
  expect(outcomes).toEqual([...Array(5).fill("provider-error"), "held-back"]);
  expect(clari.requests).toHaveLength(10);
  for (const other of [first, second, third])
    expect(await save(other, clari.pair, { name: "Good" })).toBeTypeOf("object");
  // Its own checks wait on: an answer to another pair says nothing about it.
  expect(await verify(first, id)).toBe("held-back");
});

it("P13: the same pair in three workspaces is one that fails", async () => {
  const people = await threeOwners();
  for (const person of people) expect(await verify(person, await tooLarge(person, "shared"))).toBe("provider-error");
  const { state } = await (await prisma()).providerCircuit
    .findFirstOrThrow({ where: { credential: "" } })
    .then(({ openUntil }) => ({ state: openUntil ? "open" : "closed" }));
  expect(state).toBe("closed");
});

it("P13: three that fail silence the provider for the schedule; one person may ask in half a minute, and an answer ends it", async () => {
  const [first, second, third] = await threeOwners();
  const people = [first, second, third];
  for (const [index, person] of people.entries())
    expect(await verify(person, await tooLarge(person, `pair-${index}`))).toBe("provider-error");
  const job = { ...first, kind: "job", role: "job", userId: "job:reverify", peer: undefined } as const;
  expect((await verifyValues(job, clariCopilot, clari.pair)).outcome).toBe("paused");
  clari.clearRequests();
  clari.behave("status:503");
  // Ten people of three workspaces with ten pairs at once: one of them asks, twice as it may help, the others are told.
  const asked = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      verifyValues(people[n % 3] ?? first, clariCopilot, { apiKey: `key-${n}`, apiPassword: "any" }),
    ),
  );
  expect(asked.map(({ outcome }) => outcome).sort()).toEqual([...Array(9).fill("paused"), "provider-error"]);
  expect(clari.requests).toHaveLength(2);
  clari.behave();
  expect(await save(second, clari.pair, { name: "Too early" })).toBe("paused");
  // Half a minute later.
  await (await prisma()).providerCircuit.updateMany({
    where: { credential: "" },
    data: { probedAt: new Date(Date.now() - 30_000) },
  });
  expect(await save(second, clari.pair, { name: "Good" })).toBeTypeOf("object");
  expect((await verifyValues(job, clariCopilot, clari.pair)).outcome).toBe("accepted");
});

it("P13: one that is answered in between starts the count anew", async () => {
  const [first, second, third] = await threeOwners();
  expect(await verify(first, await tooLarge(first, "a"))).toBe("provider-error");
  expect(await verify(second, await tooLarge(second, "b"))).toBe("provider-error");
  expect(await save(third, { apiKey: "wrong", apiPassword: "wrong" })).toBe("refused");
  expect(await verify(third, await tooLarge(third, "c"))).toBe("provider-error");
  expect(await save(first, clari.pair, { name: "Good" })).toBeTypeOf("object");
});
