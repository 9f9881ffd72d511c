import { type BuiltAction, builtActions, postAction } from "../support/built-doors";
import { expect, OWNER } from "../support/fixtures";
import {
  type Answer,
  credentialBody,
  dataSourceBody,
  ifMatch,
  join,
  PASSWORD,
  type Person,
  test,
} from "../support/people";
import { readRefusingUseCases } from "../support/read-use-cases";
import { newName } from "../support/stage";

// L1: what is refused is an event. Every use case that asks a provider or refuses an act has its case here.

type Scene = {
  owner: Person;
  pair: { apiKey: string; apiPassword: string };
  /** Makes the provider refuse whatever it is asked next. */
  refuse(times?: number): void;
  act(name: string, ...args: unknown[]): Promise<unknown>;
};
type Event = { action: string; result: string; subjectName?: string };
type Case = (scene: Scene) => Promise<Event>;

const WRONG = { apiKey: "no-such-key", apiPassword: "no-such-password" };
const save = async (owner: Person, values: object, more: object = {}) => {
  const body = { ...credentialBody(values as Scene["pair"], newName("Refused")), ...more };
  return (await owner.post("/credentials", body)).body as { id: string; name: string; revision: number };
};
const useIn = async (owner: Person, { id }: { id: string }) =>
  (await owner.post("/data-sources", dataSourceBody(id, newName("Source")))).body as {
    id: string;
    name: string;
    revision: number;
  };
const expectStatus = async (answer: Promise<Answer>, status: number) => expect((await answer).status).toBe(status);
const wrongPassword = { action: "person.proof-refused", result: "wrong-password" };

const CASES: Record<string, Case> = {
  createCredential: async ({ owner }) => {
    await expectStatus(owner.post("/credentials", credentialBody(WRONG, newName("Refused"))), 422);
    return { action: "credential.create-refused", result: "refused", subjectName: "Clari Copilot" };
  },
  verifyCredentialValues: async ({ owner }) => {
    const input = { connectorId: "clari-copilot", values: WRONG };
    expect((await owner.post("/credentials/verify", input)).body.outcome).toBe("refused");
    return { action: "credential.verify-refused", result: "refused", subjectName: "Clari Copilot" };
  },
  verifyCredential: async ({ owner, pair, refuse }) => {
    const { id, name } = await save(owner, pair);
    refuse();
    await expectStatus(owner.post(`/credentials/${id}/verify`), 200);
    return { action: "credential.verified", result: "refused", subjectName: name };
  },
  replaceCredentialValues: async ({ owner, pair }) => {
    const { id, name, revision } = await save(owner, pair);
    await expectStatus(owner.put(`/credentials/${id}/values`, { values: WRONG }, ifMatch(revision)), 422);
    return { action: "credential.replace-refused", result: "refused", subjectName: name };
  },
  rollbackCredential: async ({ owner, pair, refuse }) => {
    const { id, name, revision } = await save(owner, pair);
    const { body } = await owner.put(`/credentials/${id}/values`, { values: pair }, ifMatch(revision));
    refuse();
    await expectStatus(owner.post(`/credentials/${id}/rollback`, { number: 1 }, ifMatch(body.revision)), 422);
    return { action: "credential.rollback-refused", result: "refused", subjectName: name };
  },
  createDataSource: async ({ owner, refuse, pair }) => {
    const { id, name } = await save(owner, pair, { saveUnverified: true });
    refuse();
    await expectStatus(owner.post("/data-sources", dataSourceBody(id, newName("Source"))), 422);
    return { action: "data-source.create-refused", result: "refused", subjectName: name };
  },
  updateDataSource: async ({ owner, refuse, pair }) => {
    const { id, name, revision } = await useIn(owner, await save(owner, pair));
    const { id: credentialId } = await save(owner, pair, { saveUnverified: true });
    refuse();
    await expectStatus(owner.patch(`/data-sources/${id}`, { credentialId }, ifMatch(revision)), 422);
    return { action: "data-source.edit-refused", result: "refused", subjectName: name };
  },
  moveDataSources: async ({ owner, refuse, pair }) => {
    const from = await save(owner, pair);
    const sourceIds = [(await useIn(owner, from)).id];
    const { id: targetId } = await save(owner, pair);
    refuse();
    await expectStatus(owner.post(`/credentials/${from.id}/move`, { targetId, sourceIds }), 422);
    return { action: "credential.move-refused", result: "refused", subjectName: from.name };
  },
  deleteCredential: async ({ owner, pair }) => {
    const used = await save(owner, pair);
    await useIn(owner, used);
    await expectStatus(owner.delete(`/credentials/${used.id}`), 409);
    return { action: "credential.delete-refused", result: "in-use", subjectName: used.name };
  },
  deleteCredentials: async ({ owner, pair, act }) => {
    const used = await save(owner, pair);
    await useIn(owner, used);
    const { activeId } = (await owner.get("/workspaces")).body;
    // What is in use is left out, and the others would have been deleted.
    const done = await act("deleteCredentialsAction", activeId, { credentialIds: [used.id] });
    expect(done).toMatchObject({ ok: true, data: { deleted: [] } });
    return { action: "credential.delete-refused", result: "in-use", subjectName: used.name };
  },
  changeRole: async ({ owner }) => {
    await expectStatus(owner.patch(`/members/${await owner.userId()}`, { role: "admin", seen: "owner" }), 409);
    return { action: "member.change-role-refused", result: "last-owner", subjectName: OWNER.name };
  },
  removeMember: async ({ owner }) => {
    await expectStatus(owner.delete(`/members/${await owner.userId()}`), 409);
    return { action: "member.remove-refused", result: "last-owner", subjectName: OWNER.name };
  },
  leaveWorkspace: async ({ owner }) => {
    await expectStatus(owner.post("/workspaces/current/leave", {}), 409);
    return { action: "member.leave-refused", result: "last-owner", subjectName: "" };
  },
  retireKey: async ({ owner }) => {
    const { keys } = (await owner.get("/keys")).body;
    const active = keys.find(({ state }: { state: string }) => state === "active");
    await expectStatus(owner.post(`/keys/${active.id}/retire`), 409);
    return { action: "keys.rotate-refused", result: "in-use", subjectName: "" };
  },
  startRotation: async ({ owner }) => {
    await owner.post("/keys");
    await expectStatus(owner.post("/keys/rotate"), 409);
    return { action: "keys.rotate-refused", result: "in-use", subjectName: "" };
  },
  confirmIdentity: async ({ act }) => {
    expect(await act("confirmIdentityAction", { password: "wrong" })).toMatchObject({ ok: false });
    return wrongPassword;
  },
  changePassword: async ({ act }) => {
    const typed = { current: "wrong", password: "a new and quiet sentence" };
    expect(await act("changePasswordAction", typed)).toMatchObject({ ok: false });
    return wrongPassword;
  },
  startAuthenticator: async ({ act }) => {
    expect(await act("startAuthenticatorAction", { password: "wrong" })).toMatchObject({ ok: false });
    return wrongPassword;
  },
  turnOffAuthenticator: async ({ act }) => {
    expect(await act("turnOffAuthenticatorAction", { password: "wrong" })).toMatchObject({ ok: false });
    return wrongPassword;
  },
  turnOnAuthenticator: async ({ act }) => {
    expect(await act("turnOnAuthenticatorAction", { code: "000000" })).toMatchObject({ ok: false });
    return { action: "person.proof-refused", result: "wrong-code" };
  },
};

const OF_TOKENS = "e2e/tokens/tokens.e2e.ts shows a token that is not for the data source";

/** Use cases that can refuse an act, and have no case here. */
const WITHOUT_A_CASE: Record<string, string> = {
  addKey: "refuses only where the keys come from elsewhere, as retireKey does",
  beginPasskey: "a twenty-first passkey of one's own",
  changeOwnConnector: "lib/reading/own-connector-use.test.ts has a data source in the way",
  checkReady: "no use case",
  confirmWithOidc: "e2e/sign-in/oidc-confirm.once.e2e.ts has another person come back from the provider",
  confirmWithPasskey: "lib/auth/passkeys/passkeys.test.ts shows a wrong one",
  defineOwnConnector: "refuses a workspace that has fifty, as deleteOwnConnector one that is used",
  deleteDataSource: "reads what it deletes, which a token for chosen ones can never do",
  deleteDataSources: "as deleteDataSource, and no program can call it",
  deleteOwnConnector: "lib/reading/own-connector.test.ts has a credential in the way",
  getAirbyteManifest: OF_TOKENS,
  getDataSource: OF_TOKENS,
  getKeys: "reads",
  getRead: OF_TOKENS,
  listReads: OF_TOKENS,
  previewSource: "refuses values that do not open, which lib/data-sources/refused-events.test.ts has of others",
  probeCredential: "refuses values that do not open, as previewSource does",
  recordsHead: OF_TOKENS,
  recordsResponse: OF_TOKENS,
  signIn: "has an event of its own, session.refused",
  workSoon: "no use case",
};

async function newest(owner: Person): Promise<Event & { actorId: string; peer?: string }> {
  const { body } = await owner.get("/audit/export?format=json", { "sec-fetch-site": "same-origin" });
  return body.events.find(({ action, actorId }: { action: string; actorId: string }) => {
    return action !== "audit.exported" && !actorId.startsWith("job:");
  });
}

for (const [name, run] of Object.entries(CASES)) {
  test(`L1: ${name} leaves an event where it is refused`, async ({ owner, home }) => {
    const { pair } = home.clari;
    const actions = builtActions();
    const scene: Scene = {
      owner,
      pair,
      refuse: () => home.clari.behave("status:401", 1),
      act: async (actionName, ...args) => {
        const action = actions.find((one) => one.name === actionName) as BuiltAction;
        return (await postAction(owner.url, action, { cookie: owner.cookie, args, path: "/account" })).result;
      },
    };
    const expected = await run(scene);
    const event = await newest(owner);
    expect(event).toMatchObject({ ...expected, actorId: await owner.userId(), peer: "127.0.0.1" });
    // Names of things, and never what was typed.
    for (const value of [...Object.values(WRONG), ...Object.values(pair), "wrong"])
      expect(JSON.stringify({ ...event, result: "" })).not.toContain(value);
  });
}

test("L1: every use case that asks a provider or refuses an act is tried above, or known to need it not", () => {
  const named = Object.keys({ ...CASES, ...WITHOUT_A_CASE });
  expect(readRefusingUseCases().map(({ name }) => name)).toEqual(named.toSorted((a, b) => a.localeCompare(b)));
});

test("L1: ending one's own sessions is an event", async ({ owner }) => {
  const viewer = await join(owner, "viewer");
  const action = builtActions().find(({ name }) => name === "endOtherSessionsAction") as BuiltAction;
  const signIn = builtActions().find(({ name }) => name === "signInAction") as BuiltAction;
  const { cookies } = await postAction(owner.url, signIn, {
    path: "/sign-in",
    args: [{ email: viewer.email, password: PASSWORD }],
  });
  expect((await postAction(owner.url, action, { cookie: cookies, path: "/account" })).result).toMatchObject({
    ok: true,
  });
  expect((await viewer.get("/members")).status).toBe(401);
  expect(await newest(owner)).toMatchObject({ action: "person.sessions-ended", result: "ok" });
});

test("L1: the trail tells refused acts as sentences, and can be filtered by them", async ({ owner, page, home }) => {
  await CASES.createCredential?.({ owner } as Scene);
  await page.context().addCookies(owner.cookies());
  await page.goto(`${home.app.url}/audit?action=credential.create-refused`);
  const trail = page.getByRole("main");
  await expect(trail.getByText(/Ada Owner tried to add a credential for Clari Copilot/).first()).toBeVisible();
  await expect(trail.getByLabel("Action", { exact: true })).toContainText("Adding a credential: refused");
});
