import { type BuiltAction, builtActions, builtRoutes, postAction } from "../support/built-doors";
import { type Cast, test } from "../support/cast";
import { dropMembership } from "../support/drop-membership";
import { expect } from "../support/fixtures";
import { join, type Person } from "../support/people";
import { readRows, readUseCases } from "../support/read-use-cases";
import { askOperation, servedOperations } from "../support/served-operations";
import { Stage } from "../support/stage";
import { stateOf } from "../support/state-of";

// Z3: every action and every route of the build, also those that were written yesterday. What is not refused stands in
// a list below, with the reason. The operations behind /api/v1 are asked in every-operation.once.e2e.ts.

/** Actions for people without a session. */
const PUBLIC_ACTIONS: Record<string, string> = {
  acceptInvitationAction: "takes the token of an invitation",
  beginOidcAction: "the first step of a sign-in",
  beginPasskeySignInAction: "the first step of a sign-in",
  createOwnerAction: "takes the set-up token, and nothing once there is an owner",
  requestBrowserLinkAction: "for people who cannot sign in",
  requestPasswordResetAction: "for people who cannot sign in",
  resetPasswordAction: "takes the token of a reset link",
  signInAction: "signs in",
  signInWithPasskeyAction: "signs in",
  verifySecondFactorAction: "the second step of a sign-in",
};

/** Actions that the lowest role may use too. */
const ACTIONS_OF_EVERYONE: Record<string, string> = {
  addPasskeyAction: "one's own account",
  beginOidcConfirmationAction: "one's own account",
  beginPasskeyAction: "one's own account",
  beginPasskeyConfirmationAction: "one's own account",
  changePasswordAction: "one's own account",
  closeChecklistAction: "one's own checklist",
  confirmIdentityAction: "one's own account",
  confirmWithPasskeyAction: "one's own account",
  deleteFilterAction: "one's own filters",
  endOtherSessionsAction: "one's own account",
  endSessionAction: "one's own account",
  leaveWorkspaceAction: "one's own place in it",
  listIdentityWaysAction: "one's own account",
  markNoticesReadAction: "what one has read oneself",
  removePasskeyAction: "one's own account",
  renewBackupCodesAction: "one's own account",
  renamePasskeyAction: "one's own account",
  renameFilterAction: "one's own filters",
  renamePersonAction: "one's own account",
  requestAccessAction: "asks for what one's role has not",
  saveFilterAction: "one's own filters",
  searchWorkspaceAction: "what its role sees in the lists",
  startAuthenticatorAction: "one's own account",
  switchWorkspaceAction: "one's own session, to workspaces that one is in",
  turnOffAuthenticatorAction: "one's own account",
  turnOnAuthenticatorAction: "one's own account",
  withdrawAccessRequestAction: "what one asked for oneself",
};

/** Routes for people without a session. */
const PUBLIC_ROUTES: Record<string, string> = {
  "GET /api/[...path]": "says that there is nothing",
  "POST /api/[...path]": "says that there is nothing",
  "GET /api/v1/[...path]": "its operations are asked one by one, and another address is nowhere",
  "POST /api/v1/[...path]": "its operations are asked one by one, and another address is nowhere",
  "GET /api/auth/callback/oidc": "where the provider of single sign-on sends people back to",
  "GET /api/health": "says one word",
  "GET /api/ready": "says one word",
  "GET /icon.svg": "a picture",
  "GET /latchkey.mjs": "the command line, which is no secret",
  "POST /api/cron/reverify-credentials": "takes a secret of its own, and is not there without one",
};

/** Routes that no session opens, only a token. */
const ROUTES_FOR_TOKENS: Record<string, string> = {
  "POST /mcp": "an assistant shows a token with the scope mcp:use",
};

/** Routes for the pages of people who are signed in, and for nothing else. */
const ROUTES_FOR_SESSIONS: Record<string, string> = {
  "GET /api/events": "says that something changed, and never what",
};

/** Doors behind which e2e/support/read-use-cases.ts sees no use case. */
const WITHOUT_A_USE_CASE: Record<string, string> = {
  "/api/[...path]": "says that there is nothing",
  "/api/health": "needs nothing of ours",
  "/api/v1/[...path]": "the rows of its table are doors of their own",
  "/icon.svg": "a file",
  "/mcp": "its frame is asked in token-scopes.e2e.ts, and its tools in lib/mcp",
  "GET /api/v1/openapi.json": "says what the table has",
};

/** A page with actions, one without, and one that is not there. */
const PATHS = ["/sign-in", "/", "/nothing/here"];

const NOT_SIGNED_IN = { code: "NOT_SIGNED_IN", message: "Your session has ended. Sign in again." };

const workspaceOf = async (person: Person): Promise<string> => (await person.get("/workspaces")).body.activeId;

/** Arguments that an action could use, whichever of them it takes. */
async function argumentsFor(cast: Cast, stage: Stage): Promise<unknown[]> {
  const { id, revision } = await stage.credential();
  return [await workspaceOf(cast.owner), { credentialId: id, credentialIds: [id], revision, name: "Taken over" }];
}

test("Z3: every action of the build refuses whoever is in no workspace, wherever it is posted to", async ({
  cast,
  home,
}) => {
  const args = await argumentsFor(cast, new Stage(cast, home.clari.pair));
  const gone = await join(cast.owner, "admin", "Gone");
  await dropMembership(home, await gone.userId());
  const posts = [
    ...PATHS.map((path) => ({ who: "nobody", cookie: "", path })),
    { who: "an ended session", cookie: cast.removed.cookie, path: "/sign-in" },
    { who: "no workspace", cookie: gone.cookie, path: "/sign-in" },
  ];
  const before = await stateOf(cast.owner);
  const actions = builtActions().filter(({ name }) => !(name in PUBLIC_ACTIONS));
  expect(actions.length).toBeGreaterThan(40);
  for (const action of actions) {
    const asked = posts.map(async ({ who, cookie, path }) => {
      const { result } = await postAction(home.app.url, action, { path, cookie, args });
      expect.soft(result, `${action.name} at ${path} by ${who}`).toEqual({ ok: false, error: NOT_SIGNED_IN });
    });
    await Promise.all(asked);
  }
  expect(await stateOf(cast.owner)).toEqual(before);
});

test("Z3: every action of the build that needs more than the lowest role refuses it", async ({ cast, home }) => {
  const args = await argumentsFor(cast, new Stage(cast, home.clari.pair));
  const before = await stateOf(cast.owner);
  const actions = builtActions().filter(({ name }) => !(name in PUBLIC_ACTIONS) && !(name in ACTIONS_OF_EVERYONE));
  expect(actions.length).toBeGreaterThan(25);
  for (const action of actions) {
    for (const path of PATHS) {
      const { result } = await postAction(home.app.url, action, { path, cookie: cast.viewer.cookie, args });
      expect.soft(result?.error?.code, `${action.name} at ${path}`).toBe("FORBIDDEN");
    }
  }
  expect(await stateOf(cast.owner)).toEqual(before);
  // The same requests reach what they name: with rights, this one is carried out.
  const update = actions.find(({ name }) => name === "updateCredentialAction") as BuiltAction;
  const [workspaceId, input] = args as [string, object];
  const owned = {
    cookie: cast.owner.cookie,
    args: [workspaceId, { ...input, description: "" }],
    path: "/nothing/here",
  };
  expect((await postAction(home.app.url, update, owned)).result).toMatchObject({ ok: true });
});

test("Z3: every route of the build is public for a reason, but for the operations of the API", async ({
  cast,
  home,
}) => {
  const routes = builtRoutes();
  expect(routes.filter((route) => route.startsWith("/api/v1"))).toEqual(["/api/v1/[...path]"]);
  for (const path of routes) {
    const answers = (["GET", "POST"] as const).map(async (method) => {
      // Next's own answer for a method that the route does not have.
      const asked = { id: "", headers: { cookie: cast.owner.cookie } };
      const { status, body } = await askOperation(home.app.url, { method, path }, asked);
      // One of them never ends.
      await body?.cancel();
      const door = `${method} ${path}`;
      if (door in ROUTES_FOR_SESSIONS) {
        for (const cookie of ["", cast.removed.cookie]) {
          const refused = await askOperation(home.app.url, { method, path }, { id: "", headers: { cookie } });
          expect.soft(refused.status, door).toBe(401);
        }
      }
      if (door in ROUTES_FOR_TOKENS) expect.soft(status, door).toBe(401);
      return status === 405 ? [] : [door];
    });
    const answered = (await Promise.all(answers)).flat();
    expect(answered.length, path).toBeGreaterThan(0);
    for (const door of answered)
      expect
        .soft(Object.keys({ ...PUBLIC_ROUTES, ...ROUTES_FOR_TOKENS, ...ROUTES_FOR_SESSIONS }), door)
        .toContain(door);
  }
});

test("Z3: no exception is left of an action, a route or an operation that is gone", async ({ home }) => {
  const [actions, routes] = [builtActions().map(({ name }) => name), builtRoutes()];
  const served = (await servedOperations(home.app.url)).map(({ door }) => door);
  const left = (names: Record<string, string>, there: readonly string[]) =>
    Object.keys(names).filter((name) => !there.includes(name));
  expect(left({ ...PUBLIC_ACTIONS, ...ACTIONS_OF_EVERYONE }, actions)).toEqual([]);
  expect(
    left(
      { ...PUBLIC_ROUTES, ...ROUTES_FOR_TOKENS, ...ROUTES_FOR_SESSIONS },
      routes.flatMap((route) => [`GET ${route}`, `POST ${route}`]),
    ),
  ).toEqual([]);
  expect(left(WITHOUT_A_USE_CASE, [...routes, ...served])).toEqual([]);
});

test("Z3, A12: behind every action, route and operation a use case is found, so that the rules about those see all", async ({
  home,
}) => {
  const seen = new Set(readUseCases().flatMap(({ doors }) => doors));
  const served = (await servedOperations(home.app.url)).map(({ door }) => door);
  // The rules read the table where it is written: it has what the server answers, and nothing else.
  const rows = readRows().map(({ door }) => door);
  expect(rows.toSorted()).toEqual(served.toSorted());
  const doors = [...builtActions().map(({ name }) => name), ...builtRoutes(), ...served];
  expect(doors.filter((door) => !seen.has(door))).toEqual(Object.keys(WITHOUT_A_USE_CASE));
});
