import { expect, it } from "vitest";
import { readUseCases } from "../../e2e/support/read-use-cases";

// What screens do, programs can do by a row over the same use case; what only screens do says why.

/** Acts that have no row. */
const SCREENS_ONLY: Record<string, string> = {
  addPasskey: "a browser's own key",
  beginOidc: "a browser's way to sign in",
  beginPasskey: "a browser's own key",
  beginPasskeyConfirmation: "a browser's own key",
  beginPasskeySignIn: "a browser's way to sign in",
  changeOwnConnector: "where values travel is decided by a person who just signed in",
  changePassword: "one's own account",
  closeChecklist: "a person's own checklist",
  confirmIdentity: "shows that a person is there",
  confirmOwnConnector: "where values travel is decided by a person who just signed in",
  confirmWithPasskey: "shows that a person is there",
  defineOwnConnector: "where values travel is decided by a person who just signed in",
  deleteCredentials: "several at once: programs have loops",
  deleteDataSources: "several at once: programs have loops",
  deleteFilter: "what a person saved for themselves",
  deleteOwnConnector: "where values travel is decided by a person who just signed in",
  endOtherSessions: "one's own account",
  endOwnSession: "one's own account",
  exportOwnConnector: "a file for a person, who imports it by a form",
  getType: "what a form asks for; programs have the connector",
  listCredentialChoices: "what a form offers; programs have the list",
  listIdentityWays: "shows that a person is there",
  listTypes: "what a form offers; programs have the connectors",
  markNoticesRead: "what a person has read",
  previewDeletion: "several at once: programs have loops",
  removePasskey: "one's own account",
  renameFilter: "what a person saved for themselves",
  renamePasskey: "a browser's own key",
  renamePerson: "one's own account",
  renewBackupCodes: "a secret that is shown to a person who just signed in",
  renewWebhookSecret: "a secret that is shown to a person who just signed in",
  requestBrowserLink: "a browser's way to sign in",
  requestPasswordReset: "a browser's way to sign in",
  requireSecondFactor: "how people sign in, decided by one who shows a second factor",
  resetPassword: "a browser's way to sign in",
  restoreCredentials: "several at once: programs have loops",
  saveFilter: "what a person saved for themselves",
  searchWorkspace: "what a palette offers; programs have the lists",
  sendTestNotice: "tries what a person just typed",
  showWebhookSecret: "a secret that is shown to a person who just signed in",
  signIn: "a browser's way to sign in",
  signInWithPasskey: "a browser's way to sign in",
  startAuthenticator: "one's own account",
  turnOffAuthenticator: "one's own account",
  turnOnAuthenticator: "one's own account",
  verifySecondFactor: "a browser's way to sign in",
  verifyTrail: "operators have `npm run audit -- verify`",
};

/** What actions use beside the act itself. */
const NO_ACTS = ["CONFIRM_IDENTITY", "HOME", "peerOf", "returnPath", "startSession"];

it("an act of the screens has a row over the same use case, or says why it has none", () => {
  const acts = readUseCases().filter(({ doors }) => doors.some((door) => door.endsWith("Action")));
  expect(acts.length).toBeGreaterThan(50);
  const alone = acts.filter(({ doors }) => !doors.some((door) => door.includes(" /api/v1/"))).map(({ name }) => name);
  expect(alone.filter((name) => !NO_ACTS.includes(name))).toEqual(Object.keys(SCREENS_ONLY));
});
