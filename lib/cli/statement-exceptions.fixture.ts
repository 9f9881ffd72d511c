// Statements over rows of workspaces that do not say of which one, each with the reason: docs/scaling.md tells whoever
// spreads the tables over machines. As `plainly` writes them. One that is new is better told its workspace.

export const EXCEPTIONS: readonly { why: string; statements: readonly RegExp[] }[] = [
  {
    why: "nobody knows yet which workspace it is: who asks, by session or token, a person's memberships, an invitation by its link or address",
    statements: [
      /FROM TokenValue v JOIN Token t ON .* WHERE v\.hash = \$1$/,
      /FROM Session s .* LEFT JOIN Member m ON m\.workspaceId = s\.activeWorkspaceId .* WHERE s\.token = /,
      /FROM Member WHERE \(?Member\.userId (= \$1|IN \(.*\)) (AND Member\.role = \$2 AND Member\.workspaceId <> |ORDER|LIMIT|OFFSET)/,
      /FROM Member m JOIN Workspace w ON w\.id = m\.workspaceId WHERE m\.userId = \$1 ORDER/,
      /FROM Invitation WHERE \(Invitation\.(tokenHash|email) = /,
    ],
  },
  {
    why: "who has a screen open, each in the workspace that their session is in now: one statement for all of an instance",
    statements: [
      /^SELECT s\.id AS sessionId, m\.workspaceId, .* FROM Session s JOIN Member m .* WHERE s\.id = ANY\(\$/,
    ],
  },
  {
    why: "what is done to a person, or the whole installation, is an event of every workspace they are in",
    statements: [
      /FROM Installation i .* JOIN Member m ON m\.userId = /,
      /FROM Member LEFT JOIN User .* WHERE \(Member\.role = \$1 AND \(j0\.email = /,
    ],
  },
  {
    why: "the worker looks for what is due in all workspaces, oldest first, by an index of the time alone",
    statements: [
      /^UPDATE Credential SET checkLease = \$1, nextCheckAt = /,
      /^SELECT Credential\.id FROM Credential WHERE \(Credential\.nextCheckAt <= /,
      /^SELECT id, workspaceId, name FROM Credential WHERE deletedAt < /,
      /^DELETE FROM Credential WHERE Credential\.id IN /,
      /FROM CredentialVersion v JOIN Credential c ON .* WHERE v\.destroyedAt IS NULL/,
      /^WITH stage AS /,
      /FROM Credential WHERE id = ANY\(\$1\) AND deletedAt IS NULL FOR UPDATE SKIP LOCKED$/,
      /FROM WorkspaceSettings WHERE workspaceId IN \(SELECT workspaceId FROM Credential WHERE id = ANY/,
      /FROM WorkspaceSettings WHERE (reminders|checks)Outdated LIMIT 1 /,
      /^UPDATE Read SET state = CASE WHEN door = /,
      /^DELETE FROM (Read|ReadCheckpoint) WHERE (startedAt|at) < /,
      /^DELETE FROM KnownRequest WHERE startedAt < /,
      /^DELETE FROM (Notice|Invitation) WHERE \w+\.(at|expiresAt) < /,
    ],
  },
  {
    why: "the notices of deliveries that were found, by their ids: Prisma's client loads a relation so",
    statements: [/^SELECT Notice\.id, .* FROM Notice WHERE Notice\.id IN \(/],
  },
  {
    why: "an invitation that was just stored, read back by its id: Prisma's client does so for its inviter's name",
    statements: [/FROM Invitation WHERE Invitation\.id = \$1 LIMIT/],
  },
  {
    why: "the worker fills in what rows of older versions do not have, of all workspaces",
    statements: [
      /FROM (Credential|DataSource) WHERE lookKey IS NULL/,
      /^UPDATE (Credential|DataSource) AS row SET lookKey = /,
      /FROM (Credential|DataSource) WHERE \w+\.searchText IS NULL/,
      /^UPDATE (Credential|DataSource) SET searchText = made\.text/,
    ],
  },
  {
    why: "keys are the installation's: a rotation goes through the versions of all workspaces",
    statements: [
      /FROM CredentialVersion v JOIN Credential c ON .* WHERE v\.keyId <> /,
      /^UPDATE Credential SET nextCheckAt = \$1, updatedAt = \$2 WHERE \(.*Credential\.activeVersion = /,
      /^SELECT Credential\.id, Credential\.name FROM Credential WHERE (1=0|Credential\.id IN) /,
    ],
  },
  {
    why: "migrations and backups go over all rows",
    statements: [/^-- /, /^DECLARE rows NO SCROLL CURSOR FOR SELECT to_json/],
  },
];
