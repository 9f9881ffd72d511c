import { isOperation, type Operation, type RefusedAction, refusedAction } from "@/lib/auth/permissions";
import { TOKEN_ACTOR } from "@/lib/auth/tokens/token-words";

/** What an action is called: in a sentence between actor and subject, and in the list that filters by it. */
type Words = {
  sentence: string;
  label: string;
  /** The sentence says it all: the subject's name would repeat it. */
  withoutSubject?: true;
};

const done = {
  "workspace.created": { sentence: "created the workspace", label: "Workspace created", withoutSubject: true },
  "session.started": { sentence: "signed in", label: "Signed in", withoutSubject: true },
  "session.refused": { sentence: "tried to sign in", label: "Sign-in refused", withoutSubject: true },
  "session.code-asked": {
    sentence: "entered the password and was asked for a code",
    label: "Second factor asked for",
    withoutSubject: true,
  },
  "session.ended": { sentence: "signed out", label: "Signed out", withoutSubject: true },
  "credential.created": { sentence: "added", label: "Credential added" },
  "credential.verified": { sentence: "verified", label: "Credential verified" },
  "credential.used": { sentence: "connected a data source to", label: "Credential used by a data source" },
  "credential.edited": { sentence: "edited", label: "Credential edited" },
  "credential.replaced": { sentence: "replaced the values of", label: "Values replaced" },
  "credential.deleted": { sentence: "deleted", label: "Credential deleted" },
  "connector.defined": { sentence: "defined the connector", label: "Connector defined" },
  "connector.changed": { sentence: "changed the connector", label: "Connector changed" },
  "connector.confirmed": { sentence: "confirmed the host of the connector", label: "Connector's host confirmed" },
  "connector.deleted": { sentence: "deleted the connector", label: "Connector deleted" },
  "data-source.created": { sentence: "created the data source", label: "Data source created" },
  "data-source.read": { sentence: "read the data source", label: "Data source read" },
  "credential.previewed": { sentence: "previewed records with", label: "Records previewed" },
  "credential.probed": { sentence: "asked what may be read with", label: "Rights probed" },
  "data-source.edited": { sentence: "changed the data source", label: "Data source changed" },
  // Of versions before.
  "data-source.renamed": { sentence: "renamed a data source to", label: "Data source renamed" },
  "data-source.deleted": { sentence: "deleted the data source", label: "Data source deleted" },
  "credential.transferred": { sentence: "transferred ownership of", label: "Ownership transferred" },
  "credential.rolled-back": { sentence: "rolled back the values of", label: "Values rolled back" },
  "credential.restored": { sentence: "restored", label: "Credential restored" },
  "credentials.exported": {
    sentence: "exported the list of credentials",
    label: "Credentials exported",
    withoutSubject: true,
  },
  "credential.purged": { sentence: "erased", label: "Credential erased" },
  "credential.version-destroyed": { sentence: "erased old values of", label: "Old values erased" },
  "data-source.moved": { sentence: "moved the data source", label: "Data source moved" },
  "settings.edited": { sentence: "changed the settings", label: "Settings changed", withoutSubject: true },
  "settings.secret-shown": {
    sentence: "viewed the webhook signing secret",
    label: "Signing secret shown",
    withoutSubject: true,
  },
  "settings.secret-renewed": {
    sentence: "created a new webhook signing secret",
    label: "Signing secret renewed",
    withoutSubject: true,
  },
  "notice.tested": { sentence: "sent a test notice", label: "Test notice sent", withoutSubject: true },
  "member.invited": { sentence: "invited", label: "Member invited" },
  "member.invitation-revoked": { sentence: "revoked the invitation of", label: "Invitation revoked" },
  "member.invitation-renewed": {
    sentence: "created a new link for the invitation of",
    label: "Invitation link renewed",
  },
  "member.joined": { sentence: "joined the workspace", label: "Member joined", withoutSubject: true },
  "member.role-changed": { sentence: "changed the role of", label: "Role changed" },
  "member.removed": { sentence: "removed", label: "Member removed" },
  "member.left": { sentence: "left the workspace", label: "Member left", withoutSubject: true },
  "member.access-requested": { sentence: "requested access to", label: "Access requested" },
  "member.access-withdrawn": { sentence: "withdrew the request for access to", label: "Access request withdrawn" },
  "member.access-granted": { sentence: "granted the access request of", label: "Access granted" },
  "member.access-dismissed": { sentence: "dismissed the access request of", label: "Access request dismissed" },
  "member.sessions-ended": { sentence: "ended all sessions of", label: "Member's sessions ended" },
  "installation.passed": { sentence: "passed the installation on to", label: "Installation passed on" },
  "workspace.renamed": { sentence: "renamed the workspace to", label: "Workspace renamed" },
  "workspace.second-factor-required": {
    sentence: "required two-step verification",
    label: "Two-step verification required",
    withoutSubject: true,
  },
  "workspace.second-factor-optional": {
    sentence: "stopped requiring two-step verification",
    label: "Two-step verification no longer required",
    withoutSubject: true,
  },
  "access.denied": { sentence: "was refused", label: "Access denied" },
  "key.added": { sentence: "added", label: "Key added" },
  "key.backup-confirmed": { sentence: "confirmed a backup of", label: "Key backup confirmed" },
  "key.rotation-started": { sentence: "started a rotation to", label: "Key rotation started" },
  "key.retired": { sentence: "retired", label: "Key retired" },
  "person.renamed": { sentence: "changed their name from", label: "Person renamed" },
  "key.rotation-finished": { sentence: "finished the rotation to", label: "Key rotation finished" },
  "person.address-proven": {
    sentence: "proved their email address, ending everything set up before",
    label: "Email address proven",
    withoutSubject: true,
  },
  "password.changed": { sentence: "changed their password", label: "Password changed", withoutSubject: true },
  "password.reset": { sentence: "set a new password with a link", label: "Password reset", withoutSubject: true },
  "authenticator.added": {
    sentence: "turned on an authenticator app",
    label: "Authenticator app turned on",
    withoutSubject: true,
  },
  "authenticator.removed": {
    sentence: "turned off the authenticator app",
    label: "Authenticator app turned off",
    withoutSubject: true,
  },
  "authenticator.codes-renewed": {
    sentence: "created new backup codes",
    label: "Backup codes renewed",
    withoutSubject: true,
  },
  // Of versions before; a refused proof of identity now.
  "authenticator.refused": {
    sentence: "entered a wrong code for an authenticator app",
    label: "Wrong authenticator code",
    withoutSubject: true,
  },
  "passkey.added": { sentence: "added a passkey", label: "Passkey added", withoutSubject: true },
  "passkey.renamed": { sentence: "renamed a passkey", label: "Passkey renamed", withoutSubject: true },
  "passkey.removed": { sentence: "removed a passkey", label: "Passkey removed", withoutSubject: true },
  "single-sign-on.tied": {
    sentence: "signed in through the provider for the first time",
    label: "Single sign-on linked to an account",
    withoutSubject: true,
  },
  "token.created": { sentence: "created the token", label: "Token created" },
  "token.rotated": { sentence: "rotated the token", label: "Token rotated" },
  "token.revoked": { sentence: "revoked the token", label: "Token revoked" },
  "token.used": { sentence: "was used", label: "Token used", withoutSubject: true },
  "token.refused": { sentence: "was refused", label: "Token refused", withoutSubject: true },
  "audit.exported": { sentence: "exported the audit trail", label: "Audit trail exported", withoutSubject: true },
  "audit.verified": { sentence: "verified the audit trail", label: "Audit trail verified", withoutSubject: true },
  "person.sessions-ended": {
    sentence: "ended their other sessions",
    label: "Own sessions ended",
    withoutSubject: true,
  },
  "person.proof-refused": {
    sentence: "didn't confirm who they are",
    label: "Proof of identity refused",
    withoutSubject: true,
  },
} as const satisfies Record<string, Words>;

/** What someone tried who was refused, and what the filter calls it: every operation of people that changes something. */
const tried: Partial<Record<Operation, [sentence: string, label: string]>> = {
  "credential:select": ["use", "Using a credential"],
  "credential:create": ["add a credential for", "Adding a credential"],
  "credential:verify": ["verify values for", "Verifying values"],
  "credential:edit": ["edit", "Editing a credential"],
  "credential:replace": ["replace the values of", "Replacing values"],
  "credential:delete": ["delete", "Deleting a credential"],
  "credential:restore": ["restore", "Restoring a credential"],
  "credential:rollback": ["roll back the values of", "Rolling back values"],
  "credential:move": ["move data sources away from", "Moving data sources"],
  "credential:own": ["transfer ownership of", "Transferring ownership"],
  "credential:transfer": ["transfer ownership of", "Transferring someone else's credential"],
  "connector:define": ["define or change the connector", "Defining a connector"],
  "data-source:create": ["create a data source with", "Creating a data source"],
  "data-source:edit": ["change the data source", "Changing a data source"],
  "data-source:delete": ["delete the data source", "Deleting a data source"],
  "data-source:read": ["read the data source", "Reading a data source"],
  "token:create": ["create or rotate a token", "Creating a token"],
  "token:revoke": ["revoke a token", "Revoking a token"],
  "token:manage": ["manage other people's tokens", "Managing tokens"],
  "mcp:use": ["let an AI assistant look at", "Use by an AI assistant"],
  "settings:edit": ["change the settings", "Changing settings"],
  "keys:rotate": ["rotate or retire keys", "Changing keys"],
  "member:invite": ["invite someone", "Inviting someone"],
  "member:change-role": ["change the role of", "Changing a role"],
  "member:remove": ["remove", "Removing a member"],
  "member:end-sessions": ["end all sessions of", "Ending a member's sessions"],
  "member:leave": ["leave the workspace", "Leaving the workspace"],
  "access:request": ["request access", "Requesting access"],
  "access:answer": ["answer an access request", "Answering an access request"],
  "installation:pass": ["pass the installation on to", "Passing the installation on"],
  "owner:manage": ["change the owner", "Changing an owner"],
  "workspace:rename": ["rename the workspace", "Renaming the workspace"],
  "workspace:require-second-factor": ["require two-step verification", "Requiring two-step verification"],
  "workspace:create": ["create another workspace", "Creating a workspace"],
};
const refused = Object.fromEntries(
  Object.entries(tried).map(([operation, [sentence, label]]): [string, Words] => [
    refusedAction(operation as Operation),
    { sentence: `tried to ${sentence}`, label: `${label}: refused` },
  ]),
);

const table: Record<string, Words> = { ...done, ...refused };

declare module "@/lib/platform/audit" {
  interface AuditActions extends Record<keyof typeof done | RefusedAction, true> {}
}

const spaced = (code: string) => code.replaceAll(/[-.]/g, " ");

/** An action that this version does not know still reads: "member.role-changed" is "Member role changed". */
export function actionLabel(action: string): string {
  const words = spaced(action);
  return table[action]?.label ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** The middle of the sentence, and whether the subject's name follows. */
export function actionWords(action: string): { words: string; hasSubject: boolean } {
  const known = table[action];
  if (known) return { words: known.sentence, hasSubject: known.withoutSubject !== true };
  return { words: `(${spaced(action)})`, hasSubject: true };
}

/** What was refused by the table of rights, as events of before name it: "changing a role". */
export function deniedWords(operation: string): string {
  const label = isOperation(operation) ? tried[operation]?.[1] : undefined;
  return label ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : spaced(operation.replace(":", " "));
}

/** Who acted; `name` is what a person or a token is called, where it is one. */
export function actorWords(actorId: string, name: string | null | undefined): string {
  if (name) return name;
  if (actorId.startsWith(TOKEN_ACTOR)) return "A former token";
  if (actorId.startsWith("job:")) return `Job: ${spaced(actorId.slice("job:".length))}`;
  return actorId === "unknown" ? "Someone unknown" : "A former member";
}
