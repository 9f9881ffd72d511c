import { type BuiltAction, builtActions, builtRoutes, postAction } from "../support/built-doors";
import { type Cast, test } from "../support/cast";
import { dropMembership } from "../support/drop-membership";
import { expect } from "../support/fixtures";
import { type Answer, join, type Person } from "../support/people";
import { readUseCases } from "../support/read-use-cases";
import { Stage } from "../support/stage";

// Z3: every action and every route of the build, also those that were written yesterday. What is not refused stands in
// a list below, with the reason.

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
  confirmIdentityAction: "one's own account",
  confirmWithPasskeyAction: "one's own account",
  endOtherSessionsAction: "one's own account",
  endSessionAction: "one's own account",
  listIdentityWaysAction: "one's own account",
  markNoticesReadAction: "what one has read oneself",
  removePasskeyAction: "one's own account",
  renamePersonAction: "one's own account",
  startAuthenticatorAction: "one's own account",
  switchWorkspaceAction: "one's own session, to workspaces that one is in",
  turnOffAuthenticatorAction: "one's own account",
  turnOnAuthenticatorAction: "one's own account",
};

/** Routes for people without a session. */
const PUBLIC_ROUTES: Record<string, string> = {
  "GET /api/[...path]": "says that there is nothing",
  "POST /api/[...path]": "says that there is nothing",
  "GET /api/auth/callback/oidc": "where the provider of single sign-on sends people back to",
  "GET /api/health": "says one word",
  "GET /api/ready": "says one word",
  "GET /icon.svg": "a picture",
  "POST /api/cron/reverify-credentials": "takes a secret of its own, and is not there without one",
  "POST /api/v1/invitations/accept": "takes the token of an invitation",
  "POST /api/v1/setup": "takes the set-up token, and nothing once there is an owner",
  "POST /api/v1/sign-out": "ends the session that it is shown, and answers the same where there is none",
};

/** Doors behind which e2e/support/read-use-cases.ts sees no use case. */
const WITHOUT_A_USE_CASE: Record<string, string> = {
  "/api/[...path]": "says that there is nothing",
  "/api/health": "needs nothing of ours",
  "/api/v1/sign-out": "its frame does it, as there need not be a session",
  "/icon.svg": "a file",
};

/** What the lowest role may ask of routes. */
const ROUTES_OF_EVERYONE: Record<string, string> = {
  "GET /api/v1/credentials": "tiles",
  "GET /api/v1/data-sources": "the list",
  "GET /api/v1/data-sources/[id]": "one of them",
  "GET /api/v1/members": "who is there",
  "GET /api/v1/notices": "what the workspace is told",
  "GET /api/v1/workspaces": "one's own workspaces",
  "POST /api/v1/workspaces/active": "one's own session, to workspaces that one is in",
};

/** A page with actions, one without, and one that is not there. */
const PATHS = ["/sign-in", "/", "/nothing/here"];

const NOT_SIGNED_IN = { code: "NOT_SIGNED_IN", message: "Your session has ended. Sign in again." };

/** Everything that someone could have changed, and every event of a change. */
async function stateOf(owner: Person): Promise<unknown> {
  const lists = "credentials credentials/deleted data-sources settings members invitations keys workspaces".split(" ");
  const state: Answer[] = [];
  for (const list of lists) state.push(await owner.get(`/${list}`));
  const { body } = await owner.get("/audit/export?format=json", { "sec-fetch-site": "same-origin" });
  const isChange = ({ action }: { action: string }) => !["audit.exported", "access.denied"].includes(action);
  return { state, changes: body.events.filter(isChange) };
}

const workspaceOf = async (person: Person): Promise<string> => (await person.get("/workspaces")).body.activeId;

/** Arguments that an action could use, whichever of them it takes. */
async function argumentsFor(cast: Cast, stage: Stage): Promise<unknown[]> {
  const { id, revision } = await stage.credential();
  return [await workspaceOf(cast.owner), { credentialId: id, credentialIds: [id], revision, name: "Taken over" }];
}

async function askRoute({ url, cookie }: Person, method: "GET" | "POST", path: string): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { cookie, origin: url, "sec-fetch-site": "same-origin" },
    ...(method === "POST" && { body: "{}" }),
    redirect: "manual",
  });
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, body: isJson ? await response.json() : await response.text() };
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

test("Z3: every route of the build refuses strangers, and the lowest role what it may not", async ({ cast, home }) => {
  const { id } = await new Stage(cast, home.clari.pair).credential();
  const gone = await join(cast.owner, "admin", "Gone");
  await dropMembership(home, await gone.userId());
  const before = await stateOf(cast.owner);
  const routes = builtRoutes();
  expect(routes.length).toBeGreaterThan(30);
  for (const route of routes) {
    let answered = 0;
    for (const method of ["GET", "POST"] as const) {
      const door = `${method} ${route}`;
      if (door in PUBLIC_ROUTES) {
        answered += 1;
        continue;
      }
      const ask = (person: Person) => askRoute(person, method, route.replaceAll(/\[\w+\]/g, id));
      const stranger = await ask(cast.anonymous);
      // Next's own answer for a method that the route does not have.
      if (stranger.status === 405) continue;
      answered += 1;
      expect.soft(stranger, door).toEqual({ status: 401, body: { error: NOT_SIGNED_IN } });
      expect.soft(await ask(cast.removed), door).toEqual(stranger);
      expect.soft(await ask(gone), door).toEqual(stranger);
      if (door in ROUTES_OF_EVERYONE) continue;
      expect.soft(await ask(cast.viewer), door).toMatchObject({ status: 403, body: { error: { code: "FORBIDDEN" } } });
    }
    expect(answered, route).toBeGreaterThan(0);
  }
  expect(await stateOf(cast.owner)).toEqual(before);
});

test("Z3: no exception is left of an action or a route that is gone", () => {
  const actions = builtActions().map(({ name }) => name);
  const routes = builtRoutes();
  expect(Object.keys({ ...PUBLIC_ACTIONS, ...ACTIONS_OF_EVERYONE }).filter((name) => !actions.includes(name))).toEqual(
    [],
  );
  const named = [
    ...Object.keys({ ...PUBLIC_ROUTES, ...ROUTES_OF_EVERYONE }).map((door) => door.split(" ")[1] ?? ""),
    ...Object.keys(WITHOUT_A_USE_CASE),
  ];
  expect(named.filter((route) => !routes.includes(route))).toEqual([]);
});

test("Z3, A12: behind every action and route of the build a use case is found, so that the rules about those see all", () => {
  const seen = new Set(readUseCases().flatMap(({ doors }) => doors));
  const doors = [...builtActions().map(({ name }) => name), ...builtRoutes()];
  expect(doors.filter((door) => !seen.has(door))).toEqual(Object.keys(WITHOUT_A_USE_CASE));
});
