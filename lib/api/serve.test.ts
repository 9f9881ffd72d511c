import { expect, it } from "vitest";
import { problem } from "@/lib/auth/doors/problem";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { askProgramRoute, trailOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { changeRole } from "@/lib/members/change-role";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { Refusal } from "@/lib/platform/errors";

const every = { name: "Nightly load", sources: "every" };

it("writes what went wrong as RFC 9457 says, with what a program goes by beside it", async () => {
  const response = problem(
    new Refusal("TOO_MANY_REQUESTS", "Wait.", { retryAfterSeconds: 7, fields: { since: "Not a moment." } }),
  );
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "retry-after": "7",
  });
  expect(await response.json()).toEqual({
    type: "urn:latchkey:problem:too-many-requests",
    title: "Too many requests",
    status: 429,
    detail: "Wait.",
    code: "TOO_MANY_REQUESTS",
    fields: { since: "Not a moment." },
    retryAfterSeconds: 7,
  });
  const unexpected = await problem(new Error("with a secret")).json();
  expect(unexpected).toMatchObject({ status: 500, code: "INTERNAL", correlationId: expect.any(String) });
  expect(JSON.stringify(unexpected)).not.toContain("secret");
});

it("asks who shows nothing for a bearer token, sets no cookie and keeps nothing (S15)", async () => {
  const response = await askProgramRoute({});
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toBe('Bearer realm="Latchkey"');
  const wrong = await askProgramRoute({ authorization: "Basic eDp5" });
  expect([wrong.status, (await wrong.json()).code]).toEqual([401, "WRONG_SCHEME"]);
  const { value } = await createToken(((await makeWorkspace("owner")) as [Member])[0], every);
  const letIn = await askProgramRoute({ authorization: `Bearer ${value}`, cookie: "__Host-latchkey.session_token=x" });
  expect([letIn.status, await letIn.json()]).toEqual([200, { kind: "token" }]);
  expect(letIn.headers.get("cache-control")).toBe("no-store");
  expect(letIn.headers.get("set-cookie")).toBeNull();
});

it("N3: a token comes from anywhere; without one, another site's page gets nothing", async () => {
  const { value } = await createToken(((await makeWorkspace("owner")) as [Member])[0], every);
  const foreign = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  expect((await askProgramRoute({ authorization: `Bearer ${value}`, ...foreign })).status).toBe(200);
  const refused = await askProgramRoute(foreign);
  expect([refused.status, (await refused.json()).code]).toEqual([403, "CROSS_ORIGIN"]);
});

it("L1: what a token is not for is refused and written down, and so is what its maker may do no more", async () => {
  const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
  const { id, value } = await createToken(member, every);
  const headers = { authorization: `Bearer ${value}` };
  const wrongScope = await askProgramRoute(headers, { permission: "credential:list" });
  expect([wrongScope.status, (await wrongScope.json()).code]).toEqual([403, "FORBIDDEN"]);
  await changeRole(owner, { userId: member.userId, role: "viewer", seen: "member" });
  expect((await askProgramRoute(headers)).status).toBe(403);
  const denied = (await trailOf(owner.workspaceId)).filter(({ action }) => action === "access.denied");
  expect(denied).toEqual([1, 2].map(() => ({ action: "access.denied", result: "denied", actorId: `token:${id}` })));
});

it("S2: a token in an address is refused whatever else is shown; one that is alive is an event", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const { id, value } = await createToken(owner, every);
  for (const query of [`x=${value}`, "token=abc", "Access_Token=abc", "a=1&b=lk_whatever"]) {
    const response = await askProgramRoute({ authorization: `Bearer ${value}` }, { query: `?${query}` });
    expect([response.status, (await response.json()).code], query).toEqual([400, "TOKEN_IN_ADDRESS"]);
  }
  const refused = (await trailOf(owner.workspaceId)).filter(({ action }) => action === "token.refused");
  expect(refused).toEqual([{ action: "token.refused", result: "in-address", actorId: `token:${id}` }]);
});
