import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { makeSource } from "@/lib/data-sources/tokens/make-source.fixture";
import { askProgramRoute, bearer, codeOf, holderOf, trailOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { changeRole } from "@/lib/members/change-role";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { findTokenHolder } from "./find-token-holder";
import { requireSource } from "./require-source";
import { revokeToken } from "./revoke-token";
import { rotateToken } from "./rotate-token";
import { stillHolds } from "./still-holds";
import { newTokenValue } from "./token-form";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const every = { name: "Nightly load", sources: "every" };
const ownerOf = async () => ((await makeWorkspace("owner")) as [Member])[0];

/** The statements that something sends to the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { query } = pg.Client.prototype;
  const texts: string[] = [];
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text: string }];
    texts.push(typeof asked === "string" ? asked : asked.text);
    return query.apply(this, args as never);
  } as never);
  await work();
  spy.mockRestore();
  return texts;
}

it("finds token, maker and role by one statement, and what can be none by not one", async () => {
  const owner = await ownerOf();
  const { id, value } = await createToken(owner, every);
  await holderOf(value);
  let holder: unknown;
  const asked = await statementsOf(async () => {
    holder = await holderOf(value);
  });
  expect(asked).toHaveLength(1);
  expect(holder).toMatchObject({
    kind: "token",
    userId: `token:${id}`,
    tokenId: id,
    makerId: owner.userId,
    workspaceId: owner.workspaceId,
    role: "owner",
    scopes: ["data-source:list", "data-source:read"],
    sourceIds: "every",
  });
  const other = newTokenValue().value;
  const noToken = ["lk_", `${other}0`, `${other.slice(0, -1)}${other.endsWith("0") ? "1" : "0"}`, "x".repeat(50_000)];
  for (const wrong of noToken) {
    const statements = await statementsOf(async () => expect(await codeOf(holderOf(wrong))).toBe("TOKEN_UNKNOWN"));
    expect(statements).toEqual([]);
  }
});

it("says of an unknown token and of a wrong checksum the same, and logs neither", async () => {
  const warn = vi.spyOn(log, "warn");
  const { value } = newTokenValue();
  const wrong = `${value.slice(0, -1)}${value.endsWith("0") ? "1" : "0"}`;
  const answers = await Promise.all(
    [value, wrong].map(async (one) => {
      const response = await askProgramRoute({ authorization: `Bearer ${one}` });
      return {
        status: response.status,
        headers: [...response.headers].filter(([name]) => name !== "latchkey-request-id"),
        body: { ...(await response.json()), instance: "" },
      };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 401, body: { code: "TOKEN_UNKNOWN" } });
  expect(warn).toHaveBeenCalledTimes(2);
  expect(JSON.stringify(warn.mock.calls)).not.toContain(value.slice(3, 10));
});

it("L1: a token that is revoked, over or rotated away opens nothing, and each try is an event", async () => {
  const owner = await ownerOf();
  const [revoked, expired, rotated] = await Promise.all([1, 2, 3].map(() => createToken(owner, every)));
  if (!revoked || !expired || !rotated) throw new Error("a token is missing");
  await revokeToken(owner, { tokenId: revoked.id });
  await (await prisma()).token.updateMany({ where: { id: expired.id }, data: { expiresAt: new Date() } });
  await rotateToken(owner, { tokenId: rotated.id, overlapHours: 0 });
  expect(await codeOf(holderOf(revoked.value))).toBe("TOKEN_REVOKED");
  expect(await codeOf(holderOf(expired.value))).toBe("TOKEN_EXPIRED");
  expect(await codeOf(holderOf(rotated.value))).toBe("TOKEN_REPLACED");
  const refused = (await trailOf(owner.workspaceId)).filter(({ action }) => action === "token.refused");
  expect(refused).toEqual([
    { action: "token.refused", result: "revoked", actorId: `token:${revoked.id}` },
    { action: "token.refused", result: "expired", actorId: `token:${expired.id}` },
    { action: "token.refused", result: "replaced", actorId: `token:${rotated.id}` },
  ]);
});

it("L1: refusals of one token fill the trail up to their limit only", async () => {
  const owner = await ownerOf();
  const { id, value } = await createToken(owner, every);
  await revokeToken(owner, { tokenId: id });
  for (let time = 0; time < 70; time += 1) expect(await codeOf(holderOf(value))).toBe("TOKEN_REVOKED");
  const refused = (await trailOf(owner.workspaceId)).filter(({ action }) => action === "token.refused");
  expect(refused).toHaveLength(60);
});

it("L1: the trail says once an hour that a token is used, and the list to the minute when and from where", async () => {
  const owner = await ownerOf();
  const { id, value } = await createToken(owner, every);
  const start = Date.now();
  vi.useFakeTimers({ toFake: ["Date"] });
  const shownAt = async (minutes: number, peer: string) => {
    vi.setSystemTime(start + minutes * 60_000);
    await findTokenHolder(new Headers({ authorization: `bearer ${value}`, "x-latchkey-peer": peer }));
    const [row] = await (await prisma()).tokenValue.findMany({ where: { tokenId: id } });
    return [row?.usedFrom, Math.round(((row?.usedAt?.getTime() ?? 0) - start) / 60_000)];
  };
  expect(await shownAt(0, "192.0.2.1")).toEqual(["192.0.2.1", 0]);
  expect(await shownAt(0.5, "192.0.2.2")).toEqual(["192.0.2.1", 0]);
  expect(await shownAt(2, "192.0.2.3")).toEqual(["192.0.2.3", 2]);
  await Promise.all([shownAt(59, "192.0.2.4"), shownAt(59, "192.0.2.4")]);
  const uses = async () => (await trailOf(owner.workspaceId)).filter(({ action }) => action === "token.used").length;
  expect(await uses()).toBe(1);
  await Promise.all([shownAt(61, "192.0.2.4"), shownAt(61, "192.0.2.4"), shownAt(62, "192.0.2.4")]);
  expect(await uses()).toBe(2);
});

it("answers right although its use cannot be written down", async () => {
  const owner = await ownerOf();
  const { value } = await createToken(owner, every);
  const { query } = pg.Client.prototype;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text: string }];
    const text = typeof asked === "string" ? asked : asked.text;
    if (text.includes("UPDATE")) return Promise.reject(Object.assign(new Error("no"), { severity: "ERROR" }));
    return query.apply(this, args as never);
  } as never);
  expect((await holderOf(value)).kind).toBe("token");
});

it("A11: what goes on is asked again: revoked, over, rotated, another role or another source end it", async () => {
  const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
  const [calls, users] = [await makeSource(owner, "Calls"), await makeSource(owner, "Users")];
  const { id: tokenId, value } = await createToken(member, { name: "Calls only", sources: [calls] });
  const holder = await holderOf(value);
  expect([
    await stillHolds(holder, "data-source:read", calls),
    await stillHolds(holder, "data-source:read", users),
  ]).toEqual([true, false]);
  expect(await statementsOf(() => stillHolds(holder, "data-source:read", calls))).toHaveLength(1);
  expect(() => requireSource(holder, calls)).not.toThrow();
  expect(() => requireSource(holder, users)).toThrow("isn't for this data source");
  expect(() => requireSource(owner, users)).not.toThrow();
  const { userId } = member;
  await changeRole(owner, { userId, role: "viewer", seen: "member" });
  expect(await stillHolds(holder, "data-source:read", calls)).toBe(false);
  await changeRole(owner, { userId, role: "member", seen: "viewer" });
  expect(await stillHolds(holder, "data-source:read", calls)).toBe(true);
  const { value: second } = await rotateToken(member, { tokenId, overlapHours: 1 });
  expect(await stillHolds(holder, "data-source:read", calls)).toBe(true);
  await rotateToken(member, { tokenId, overlapHours: 1 });
  expect(await stillHolds(holder, "data-source:read", calls)).toBe(false);
  const newer = await holderOf(second);
  expect(await stillHolds(newer, "data-source:read", calls)).toBe(true);
  await (await prisma()).token.updateMany({ where: { id: tokenId }, data: { expiresAt: new Date() } });
  expect(await stillHolds(newer, "data-source:read", calls)).toBe(false);
  await (await prisma()).token.updateMany({ where: { id: tokenId }, data: { expiresAt: null } });
  expect(await stillHolds(newer, "data-source:read", calls)).toBe(true);
  await revokeToken(member, { tokenId });
  expect(await stillHolds(newer, "data-source:read", calls)).toBe(false);
});

it("takes a bearer token only, whatever comes before and behind it", async () => {
  const { value } = await createToken(await ownerOf(), every);
  for (const authorization of [`Basic ${value}`, value, ""])
    expect(await codeOf(findTokenHolder(new Headers({ authorization })))).toBe("WRONG_SCHEME");
  expect(await codeOf(findTokenHolder(new Headers({ authorization: `Bearer ${value} x` })))).toBe("TOKEN_UNKNOWN");
  expect((await findTokenHolder(new Headers({ authorization: ` BEARER  ${value}` }))).kind).toBe("token");
  expect((await findTokenHolder(bearer(value))).kind).toBe("token");
});
