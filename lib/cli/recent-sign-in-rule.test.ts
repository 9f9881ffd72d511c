import { expect, it } from "vitest";
import { asksForRecentSignIn, readUseCases } from "../../e2e/support/read-use-cases";

/** Use cases that ask for no recent sign-in. Each can be undone by whoever did it, or asks for a proof of its own. */
const WITHOUT_RECENT_SIGN_IN: Record<string, string> = {
  // People without a session, who show something else.
  acceptInvitation: "takes the token of an invitation",
  beginOidc: "leads to the provider of single sign-on",
  beginPasskeySignIn: "a step of a sign-in",
  createOwner: "takes the set-up token",
  readCommandFile: "hands out the command line, which is no secret",
  requestBrowserLink: "mails a link to the account's own address",
  requestPasswordReset: "mails a link to the account's own address",
  resetPassword: "takes the token of a reset link",
  signIn: "a sign-in",
  signInWithOidc: "a sign-in",
  signInWithPasskey: "a sign-in",
  startSession: "a step of a sign-in",
  verifySecondFactor: "a step of a sign-in",
  // Their own proof comes along.
  beginPasskeyConfirmation: "how one confirms that it is oneself",
  changePassword: "takes the password",
  confirmIdentity: "how one confirms that it is oneself",
  confirmWithOidc: "how one confirms that it is oneself",
  confirmWithPasskey: "how one confirms that it is oneself",
  startAuthenticator: "takes the password",
  turnOffAuthenticator: "takes the password",
  turnOnAuthenticator: "takes a code of what the password started",
  // One's own sessions: whoever suspects a thief must not be held up, and signing in again undoes it.
  endOtherSessions: "sign in again",
  endOwnSession: "sign in again",
  signOutResponse: "sign in again",
  switchWorkspace: "switch back",
  // Can be undone by the same people.
  createDataSource: "delete it",
  renamePasskey: "rename it back",
  deleteFilter: "one's own filter: save it again",
  renameFilter: "one's own filter: rename it back",
  saveFilter: "one's own filter: delete it",
  renamePerson: "rename yourself back",
  renameWorkspace: "rename it back",
  restoreCredential: "delete it again",
  restoreCredentials: "delete them again",
  revokeInvitation: "invite again",
  revokeToken: "create another one; whoever suspects a thief must not be held up",
  updateCredential: "edit it back",
  updateDataSource: "change it back",
  // Change nothing that could be undone.
  auditExportHead: "reads",
  checkReady: "says one word",
  describeActor: "reads",
  exportAuditEvents: "reads",
  followWorkspace: "says that something changed",
  getConnector: "reads",
  getAirbyteManifest: "reads",
  getCreatedCredential: "reads",
  getCredential: "reads",
  getDataSource: "reads",
  getKeys: "reads",
  getRead: "reads",
  getSettings: "reads",
  listCredentialChoices: "reads",
  listConnectors: "reads",
  listCredentials: "reads",
  listCredentialSources: "reads",
  listDataSources: "reads",
  listDeletedCredentials: "reads",
  listIdentityWays: "reads",
  listInvitations: "reads",
  listMembers: "reads",
  listNotices: "reads",
  listReads: "reads",
  listTokens: "reads",
  listVersions: "reads",
  listWorkspaces: "reads",
  previewSource: "reads",
  recordsHead: "reads",
  recordsResponse: "reads",
  markNoticesRead: "what one has read oneself",
  closeChecklist: "one's own checklist, once all is done",
  previewDeletion: "reads",
  previewMove: "reads",
  searchWorkspace: "reads",
  sendTestNotice: "says that it is a test, to those who are told anyhow",
  verifyCredential: "asks the provider about what is stored",
  verifyCredentialValues: "asks the provider and stores nothing",
  verifyTrail: "reads",
  // The scheduler's, which shows a secret of its own.
  doAllDuties: "no person asks",
  // Parts of the doors themselves.
  CONFIRM_IDENTITY: "no use case",
  HOME: "no use case",
  originOf: "no use case",
  peerOf: "no use case",
  returnPath: "no use case",
  workSoon: "no use case",
};

it("A12: every use case that a person can call asks for a recent sign-in, or is known to need none", () => {
  const useCases = readUseCases();
  expect(useCases.length).toBeGreaterThan(60);
  const without = useCases.filter((one) => !asksForRecentSignIn(one)).map(({ name }) => name);
  expect(without).toEqual(Object.keys(WITHOUT_RECENT_SIGN_IN).toSorted((a, b) => a.localeCompare(b)));
});
