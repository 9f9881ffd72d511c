import { test } from "../support/cast";
import { dropMembership } from "../support/drop-membership";
import { expect } from "../support/fixtures";
import { type Answer, join, type Person } from "../support/people";
import { readRights } from "../support/read-rights";
import { type AskedOperation, askOperation, otherMethods, servedOperations } from "../support/served-operations";
import { Stage } from "../support/stage";
import { stateOf } from "../support/state-of";

// Z3: every operation that the running server answers below /api/v1, also those that were written yesterday. What is not
// refused stands in a list below, with the reason.

/** Operations for people without a session. */
const PUBLIC_OPERATIONS: Record<string, string> = {
  "GET /api/v1/openapi.json": "says what the API is, as the documentation does",
  "POST /api/v1/invitations/accept": "takes the token of an invitation",
  "POST /api/v1/setup": "takes the set-up token, and nothing once there is an owner",
  "POST /api/v1/sign-out": "ends the session that it is shown, and answers the same where there is none",
};

/** Operations that the lowest role may ask too. */
const OPERATIONS_OF_EVERYONE: Record<string, string> = {
  "GET /api/v1/connectors": "types of data sources, which are no secret",
  "GET /api/v1/connectors/{id}": "one of them",
  "DELETE /api/v1/access-requests/{id}": "what one asked for oneself",
  "GET /api/v1/credentials": "tiles",
  "GET /api/v1/credentials/export": "the list, as a file",
  "GET /api/v1/data-sources": "the list",
  "GET /api/v1/data-sources/{id}": "one of them",
  "GET /api/v1/me": "who one is oneself",
  "GET /api/v1/members": "who is there",
  "GET /api/v1/notices": "what the workspace is told",
  "GET /api/v1/workspaces": "one's own workspaces",
  "POST /api/v1/access-requests": "asks for what one's role has not",
  "POST /api/v1/workspaces/active": "one's own session, to workspaces that one is in",
  "POST /api/v1/workspaces/current/leave": "one's own place in it",
};

async function askRoute({ url, cookie }: Person, operation: AskedOperation, id: string): Promise<Answer> {
  const headers = { cookie, origin: url, "sec-fetch-site": "same-origin" };
  const response = await askOperation(url, operation, { id, headers });
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, body: isJson ? await response.json() : await response.text() };
}

const refusal = (status: number, code: string) => ({ status, body: expect.objectContaining({ status, code }) });

test("Z3: every operation of the API refuses strangers, and the lowest role what it may not", async ({
  cast,
  home,
}) => {
  const { url } = home.app;
  const { id } = await new Stage(cast, home.clari.pair).credential();
  const gone = await join(cast.owner, "admin", "Gone");
  await dropMembership(home, await gone.userId());
  const before = await stateOf(cast.owner);
  const served = await servedOperations(url);
  expect(served.length).toBeGreaterThan(50);
  const open = served.filter(({ access }) => access === "anyone").map(({ door }) => door);
  expect(open.toSorted()).toEqual(Object.keys(PUBLIC_OPERATIONS).toSorted());
  for (const operation of served) {
    const { door } = operation;
    if (door in PUBLIC_OPERATIONS) continue;
    for (const nobody of [cast.anonymous, cast.removed, gone])
      expect.soft(await askRoute(nobody, operation, id), door).toEqual(refusal(401, "NOT_SIGNED_IN"));
    if (door in OPERATIONS_OF_EVERYONE) continue;
    expect.soft(await askRoute(cast.viewer, operation, id), door).toEqual(refusal(403, "FORBIDDEN"));
  }
  expect(await stateOf(cast.owner)).toEqual(before);
});

test("Z1: every operation of the API refuses each role that docs/roles.md does not give its right", async ({
  cast,
  home,
}) => {
  const { url } = home.app;
  const { id } = await new Stage(cast, home.clari.pair).credential();
  const before = await stateOf(cast.owner);
  const rights = readRights();
  let cells = 0;
  for (const operation of await servedOperations(url)) {
    const { door, permission } = operation;
    if (permission === undefined) continue;
    for (const role of ["owner", "admin", "member", "viewer"] as const) {
      if (rights.get(permission)?.includes(role)) continue;
      cells += 1;
      const answer = await askRoute(cast[role], operation, id);
      expect.soft(answer, `${door} as ${role}`).toEqual(refusal(403, "FORBIDDEN"));
    }
  }
  expect(cells).toBeGreaterThan(60);
  expect(await stateOf(cast.owner)).toEqual(before);
});

test("Z3: no address of the API takes another method, whoever asks", async ({ cast, home }) => {
  const { id } = await new Stage(cast, home.clari.pair).credential();
  const before = await stateOf(cast.owner);
  const served = await servedOperations(home.app.url);
  for (const path of new Set(served.map((one) => one.path))) {
    for (const method of otherMethods(served, path)) {
      for (const person of [cast.anonymous, cast.owner]) {
        const answer = await askRoute(person, { method, path }, id);
        expect.soft(answer, `${method} ${path}`).toEqual(refusal(405, "METHOD_NOT_ALLOWED"));
      }
    }
  }
  expect(await stateOf(cast.owner)).toEqual(before);
});

test("N3: no operation of the API is carried out with a session for another site", async ({ cast, home }) => {
  const { url } = home.app;
  const { id } = await new Stage(cast, home.clari.pair).credential();
  const before = await stateOf(cast.owner);
  const others = [{ origin: "https://evil.example" }, { origin: url, "sec-fetch-site": "same-site" }];
  const served = await servedOperations(url);
  // What everyone may read, other sites may fetch.
  for (const operation of served.filter(({ access, method }) => access !== "anyone" || method !== "GET")) {
    for (const other of others) {
      const headers = { cookie: cast.owner.cookie, ...other };
      const response = await askOperation(url, operation, { id, headers });
      const answer = { status: response.status, body: await response.json() };
      expect.soft(answer, operation.door).toEqual(refusal(403, "CROSS_ORIGIN"));
    }
  }
  expect(await stateOf(cast.owner)).toEqual(before);
});

test("Z3: no exception is left of an operation that is gone", async ({ home }) => {
  const served = (await servedOperations(home.app.url)).map(({ door }) => door);
  const named = Object.keys({ ...PUBLIC_OPERATIONS, ...OPERATIONS_OF_EVERYONE });
  expect(named.filter((door) => !served.includes(door))).toEqual([]);
});
