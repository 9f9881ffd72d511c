import { expect, it } from "vitest";
import { MEANINGS } from "./operation-words";
import { type Operation, permissions, type Role } from "./permissions";
import { MEMBER_ROLES, ROLE_SUMMARIES } from "./role-dto";

const columns: readonly Role[] = [...MEMBER_ROLES, "job"];
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function operationRow(operation: Operation): string {
  const roles: readonly Role[] = permissions[operation];
  return row([`\`${operation}\``, MEANINGS[operation], ...columns.map((role) => (roles.includes(role) ? "yes" : ""))]);
}

const page = `# Roles

<!-- Made from lib/auth/permissions.ts and lib/auth/operation-words.ts: npx vitest run --config lib/vitest.config.ts lib/auth/roles-doc.test.ts -u -->

Everyone in a workspace has one role. Screens, routes and jobs all use one table in \`lib/auth/permissions.ts\`, and this page is generated from it. \`e2e/members/roles.once.e2e.ts\` tests every cell with raw requests.

${MEMBER_ROLES.map((role) => `- **${role}**: ${ROLE_SUMMARIES[role]}`).join("\n")}
- **job**: what the server does by itself.

${row(["operation", "to", ...columns])}
${row(Array(2 + columns.length).fill("---"))}
${(Object.keys(permissions) as Operation[]).map(operationRow).join("\n")}

## What the table can't show

- Someone who isn't signed in, or was removed, can do nothing: 401.
- Anything in another workspace behaves like an id that doesn't exist: 404, for every role.
- You can't demote or remove a workspace's last owner, even when two owners demote each other at the same moment.
- An installation has one owner, who manages its keys and creates workspaces. They pass it on to another owner under *Members*; until then you can't demote or remove them if that would leave them no workspace of their own. If they're gone for good, the operator passes it on: \`npm run installation -- pass <email>\`.
- A changed role or a removal takes effect at the person's next request. Anything waiting for a provider at that moment writes nothing. Removing someone ends their sessions at once, revokes their tokens for good, keeps their data sources, and needs a successor if they own credentials, all in one transaction. *Leave workspace* does the same to yourself, except that your sessions go on in another workspace of yours if you have one. A workspace's last owner can't leave.
- *Request access* and *Request a role* send the owners and admins a notice: who, and for what, at most once a day for each thing. The note beside it, up to 280 characters, is shown under *Members* alone. A role that has what someone asked for ends the request, and so does *Dismiss*, *Withdraw request*, leaving or being removed.
- When people were last here is a day, written with a session's use, at most every five minutes. Owners and admins see it, and who has a second factor; tokens never do.
- A token can do what it names, as long as its creator can do it at that request ([tokens](tokens.md)). It can't name anything that gives someone a right, a token, a key or a way in. If you don't manage other people's tokens, you get 403 for any of them, whether it exists or not.
- What the table refuses is written to the audit trail as \`access.denied\`, at most sixty times a minute for each person or token.
- An invitation is for one address, works once, and ends after seven days. Only the hash of its token is stored. A newer invitation for the same address replaces it, and *New link* gives it another link and ends the one before at once; whoever created the last link answers for it, so it ends with their rights. A workspace emails at most twenty an hour, and an address gets at most five a day; links without email have no limit.
- Everything a page sends names the workspace it was rendered for. If the session has switched to another one since, nothing is saved and what you typed stays: 409, \`WORKSPACE_SWITCHED\`. Programs do the same with the header \`x-workspace\`; without it they mean the session's current workspace.
`;

it("docs/roles.md is the table as it is in the code", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/roles.md");
});
