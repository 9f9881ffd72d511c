import { expect, it } from "vitest";
import { listAuditEvents } from "@/lib/audit/list-audit-events";
import { listAuditOptions } from "@/lib/audit/list-audit-options";
import { revokeToken } from "@/lib/auth/tokens/revoke-token";
import { rotateToken } from "@/lib/auth/tokens/rotate-token";
import { TOKEN_SCOPES, TOKENS_PER_PERSON } from "@/lib/auth/tokens/token-dto";
import { changeRole } from "@/lib/members/change-role";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { removeMember } from "@/lib/members/remove-member";
import { prisma } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { randomId } from "@/lib/platform/random-id";
import { createToken } from "./create-token";
import { listTokenChoices } from "./list-token-choices";
import { listTokens } from "./list-tokens";
import { makeSource } from "./make-source.fixture";
import { codeOf, holderOf, trailOf } from "./show-token.fixture";

const every = { name: "Nightly load", sources: "every" };

it("shows the value once: what is kept and listed has four characters of it", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const { id, value } = await createToken(owner, every);
  const client = await prisma();
  const stored = JSON.stringify(
    [
      await client.token.findMany({ include: { values: true } }),
      await client.auditEvent.findMany({ where: { workspaceId: owner.workspaceId } }),
      await listTokens(owner),
    ],
    (_, one: unknown) => (typeof one === "bigint" ? String(one) : one),
  );
  expect(stored).toContain(id);
  expect(stored).not.toContain(value.slice(3, 20));
  const [token] = (await listTokens(owner)).tokens;
  expect(token).toMatchObject({ id, name: "Nightly load", isYours: true, sources: "every", isExpired: false });
  expect(token?.values).toEqual([{ hint: value.slice(-4), createdAt: expect.any(String) }]);
  const days = (Date.parse(token?.expiresAt ?? "") - Date.now()) / DAY_MS;
  expect(Math.round(days)).toBe(90);
});

it("refuses a life, sources and a name that are none, each at its field", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const [stranger] = (await makeWorkspace("owner")) as [Member];
  const own = await makeSource(owner, "Calls");
  const foreign = await makeSource(stranger, "Calls");
  const fieldsOf = async (input: object) => {
    const error = await createToken(owner, { ...every, ...input }).catch((thrown: unknown) => thrown);
    return Object.keys((error as { dto?: { fields?: object } }).dto?.fields ?? {});
  };
  for (const expiresInDays of [0, 366, 1.5, "90", null])
    expect(await fieldsOf({ expiresInDays })).toEqual(["expiresInDays"]);
  for (const sources of [[], "none", [foreign], [own, randomId()], [{ not: "" }], undefined])
    expect((await fieldsOf({ sources }))[0]?.split(".")[0], JSON.stringify(sources)).toBe("sources");
  expect(await fieldsOf({ name: " " })).toEqual(["name"]);
  expect((await listTokens(owner)).tokens).toEqual([]);
  for (const expiresInDays of [1, 365, "never"]) await createToken(owner, { ...every, expiresInDays });
  await createToken(owner, { ...every, sources: [own, own] });
  const [listed, never] = (await listTokens(owner)).tokens;
  expect(listed?.sources).toEqual({ listed: [{ id: own, name: "Calls" }], gone: 0 });
  expect(never?.expiresAt).toBeUndefined();
});

it("Z1: viewers have none, members their own, admins see and revoke all but rotate their own only", async () => {
  const [admin, member, other, viewer] = (await makeWorkspace("admin", "member", "member", "viewer")) as Member[];
  if (!admin || !member || !other || !viewer) throw new Error("a member is missing");
  for (const work of [createToken(viewer, every), listTokens(viewer), revokeToken(viewer, { tokenId: randomId() })])
    expect(await codeOf(work)).toBe("FORBIDDEN");
  expect(await codeOf(rotateToken(viewer, { tokenId: randomId() }))).toBe("FORBIDDEN");
  const { id: tokenId } = await createToken(member, every);
  expect((await listTokens(other)).tokens).toEqual([]);
  expect((await listTokens(admin)).tokens).toMatchObject([{ id: tokenId, isYours: false, makerName: "member" }]);
  for (const somebody of [other, admin]) expect(await codeOf(rotateToken(somebody, { tokenId }))).toBe("NOT_FOUND");
  for (const id of [tokenId, randomId()]) expect(await codeOf(revokeToken(other, { tokenId: id }))).toBe("FORBIDDEN");
  const [stranger] = (await makeWorkspace("owner")) as [Member];
  expect(await codeOf(revokeToken(stranger, { tokenId }))).toBe("NOT_FOUND");
  await revokeToken(admin, { tokenId });
  expect(await codeOf(revokeToken(admin, { tokenId }))).toBe("NOT_FOUND");
  expect(await codeOf(rotateToken(member, { tokenId }))).toBe("NOT_FOUND");
  expect(await trailOf(member.workspaceId)).toEqual([
    { action: "token.created", result: "ok", actorId: member.userId },
    { action: "token.revoked", result: "ok", actorId: admin.userId },
  ]);
});

it("A12: creating and rotating ask who is there once more, revoking does not", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const { id: tokenId } = await createToken(owner, every);
  const later = { ...owner, confirmedAt: new Date(0) };
  expect(await codeOf(createToken(later, every))).toBe("CONFIRM_PASSWORD");
  expect(await codeOf(rotateToken(later, { tokenId }))).toBe("CONFIRM_PASSWORD");
  await revokeToken(later, { tokenId });
});

it("one person has at most so many, however many they ask for at once", async () => {
  const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  const asked = Array.from({ length: TOKENS_PER_PERSON + 5 }, () => codeOf(createToken(owner, every)));
  const codes = await Promise.all(asked);
  expect(codes.filter((code) => code === "done")).toHaveLength(TOKENS_PER_PERSON);
  expect(new Set(codes)).toEqual(new Set(["done", "TOO_MANY_TOKENS"]));
  await createToken(admin, every);
  const [first, second] = (await listTokens(owner)).tokens.filter(({ isYours }) => isYours);
  await revokeToken(owner, { tokenId: first?.id });
  await (await prisma()).token.updateMany({ where: { id: second?.id ?? "" }, data: { expiresAt: new Date() } });
  for (const expected of ["done", "done", "TOO_MANY_TOKENS"])
    expect(await codeOf(createToken(owner, every))).toBe(expected);
});

it("a rotation lets the value before go on until its overlap is over; there are never more than two", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const { id: tokenId, value: first } = await createToken(owner, every);
  const { value: second } = await rotateToken(owner, { tokenId, overlapHours: 2 });
  const hours = ((await holderOf(first)).endsAt?.getTime() ?? 0) - Date.now();
  expect(Math.round(hours / 3_600_000)).toBe(2);
  expect((await holderOf(second)).tokenId).toBe(tokenId);
  const [during] = (await listTokens(owner)).tokens;
  expect(during?.values.map(({ hint, endsAt, usedAt }) => [hint, endsAt !== undefined, usedAt !== undefined])).toEqual([
    [second.slice(-4), false, true],
    [first.slice(-4), true, true],
  ]);
  const { value: third } = await rotateToken(owner, { tokenId });
  expect(await codeOf(holderOf(first))).toBe("TOKEN_REPLACED");
  await holderOf(second);
  const { value: fourth } = await rotateToken(owner, { tokenId, overlapHours: 0 });
  for (const ended of [second, third]) expect(await codeOf(holderOf(ended))).toBe("TOKEN_REPLACED");
  await holderOf(fourth);
  for (const overlapHours of [-1, 169, 0.5, "24"])
    expect(await codeOf(rotateToken(owner, { tokenId, overlapHours }))).toBe("INVALID_INPUT");
});

it("A11: who is removed loses their tokens for good, in the same transaction; who gets another role, while they have it", async () => {
  const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
  const { value } = await createToken(member, every);
  await changeRole(owner, { userId: member.userId, role: "viewer", seen: "member" });
  expect((await holderOf(value)).role).toBe("viewer");
  await changeRole(owner, { userId: member.userId, role: "member", seen: "viewer" });
  expect((await holderOf(value)).role).toBe("member");
  await removeMember(owner, { userId: member.userId });
  expect(await codeOf(holderOf(value))).toBe("TOKEN_REVOKED");
  const { workspaceId, userId } = member;
  const ended = (await trailOf(workspaceId)).filter(({ action }) => /^(token.revoked|member.removed)$/.test(action));
  expect(ended).toEqual([
    { action: "token.revoked", result: "ok", actorId: owner.userId },
    { action: "member.removed", result: "ok", actorId: owner.userId },
  ]);
  await (await prisma()).member.create({ data: { id: randomId(), workspaceId, userId, role: "owner" } });
  expect(await codeOf(holderOf(value))).toBe("TOKEN_REVOKED");
});

it("the trail and its filter call a token by its name, and tell two of one name apart", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const { id, value } = await createToken(owner, every);
  await holderOf(value);
  const label = async () => (await listAuditOptions(owner, {})).people.map((one) => one.label);
  expect(await label()).toEqual(["owner", "Token “Nightly load”"]);
  const [used] = (await listAuditEvents(owner, { person: `token:${id}` })).events;
  expect([used?.actorName, used?.words, used?.subjectName]).toEqual(["Token “Nightly load”", "was used", ""]);
  await holderOf((await createToken(owner, every)).value);
  expect((await label()).filter((one) => /^Token “Nightly load” \(.{6}\)$/.test(one))).toHaveLength(2);
});

it("offers the workspace's data sources by name, and the one that an address asks for", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const [stranger] = (await makeWorkspace("owner")) as [Member];
  const second = await makeSource(owner, "b");
  const first = await makeSource(owner, "a");
  const foreign = await makeSource(stranger, "a");
  const scopes = [...TOKEN_SCOPES];
  const sources = [
    { id: first, name: "a" },
    { id: second, name: "b" },
  ];
  expect(await listTokenChoices(owner, second)).toEqual({ scopes, sources, hasMore: false, chosenId: second });
  for (const nothing of [foreign, "<script>", undefined, ["x"]])
    expect(await listTokenChoices(owner, nothing)).toEqual({ scopes, sources, hasMore: false });
});

it("Z1: offers everybody what they may do themselves, with what that needs", async () => {
  const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
  expect((await listTokenChoices(owner)).scopes).toEqual(TOKEN_SCOPES);
  expect((await listTokenChoices(member)).scopes).toEqual([
    ...["data-source:list", "data-source:read", "data-source:create", "data-source:edit"],
    ...["credential:list", "credential:select", "credential:own", "member:list", "notice:list"],
    ...["token:list", "token:revoke", "mcp:use"],
  ]);
});
