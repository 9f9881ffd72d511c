// Which folder of `lib` each table belongs to; docs/decisions/0024-every-table-has-a-home.md says what follows from it.
// A test reads every statement: its folder writes its own tables alone, and reads those and the ones of folders below
// it, in the order of zones.mjs.

/** @type {Readonly<Record<string, readonly string[]>>} */
export const HOMES = {
  keys: ["KeyRotation"],
  audit: ["AuditHead"],
  members: ["Invitation", "AccessRequest"],
  reading: ["Read", "ReadCheckpoint"],
  "data-sources": ["DataSource"],
  credentials: ["Credential", "CredentialVersion", "CredentialCheck"],
  notices: ["Notice", "Delivery"],
  "own-connectors": ["OwnConnector", "OwnConnectorVersion"],
  checks: ["ProviderHost", "ProviderBudget", "ProviderCircuit"],
  settings: ["WorkspaceSettings"],
  filters: ["SavedFilter"],
  auth: [
    "User",
    "Session",
    "Account",
    "Passkey",
    "PasskeyChallenge",
    "TwoFactor",
    "Verification",
    "Workspace",
    "Member",
    "Token",
    "TokenValue",
    "Installation",
  ],
  platform: ["AuditEvent", "KnownKey", "KnownRequest", "RateLimit"],
};

/** What the rule does not hold for, each with its reason. A test fails where one is needed no more. */
export const EXCEPTIONS = [
  {
    file: "lib/platform/known-key-repository.ts",
    use: "reads CredentialVersion",
    why: "the ring has to know which keys sealed what is stored, before anything above it can start",
  },
  {
    file: "lib/backup/load-repository.ts",
    use: "writes AuditEvent",
    why: "a restore puts every table back as it was, the chained trail too",
  },
];
