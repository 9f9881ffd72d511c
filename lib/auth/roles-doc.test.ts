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

Everyone in a workspace has one role there. Screens, routes and jobs all pass through one table in \`lib/auth/permissions.ts\`, and this page is made from it. \`e2e/members/roles.once.e2e.ts\` proves it cell by cell with raw requests.

${MEMBER_ROLES.map((role) => `- **${role}**: ${ROLE_SUMMARIES[role]}`).join("\n")}
- **job**: what the server does by itself.

${row(["operation", "to", ...columns])}
${row(Array(2 + columns.length).fill("---"))}
${(Object.keys(permissions) as Operation[]).map(operationRow).join("\n")}

## What the table cannot say

- Someone who is not signed in, or was removed, may nothing: 401.
- Anything of another workspace behaves like an id that does not exist: 404, for every role.
- The last owner of a workspace can be neither demoted nor removed, also where two owners demote each other at the same moment.
- The installation has one owner, who manages its keys and creates workspaces. They pass it on under *Members*, to another owner; until then they can be neither demoted nor removed where that would leave them no workspace of their own. Where they are gone for good, the operator passes it on: \`npm run installation -- pass <email>\`.
- A changed role counts at the person's next request, and so does a removal. What is waiting for a provider in that moment writes nothing any more. Removing someone ends their sessions at once, leaves their data sources, and needs a successor where they own credentials, all in one transaction.
- What the table refuses is written to the audit trail as \`access.denied\`, at most sixty times a minute a person.
- An invitation is for one address, works once, and ends after seven days. Only the hash of its token is stored. A newer one for the same address takes its place. A workspace mails twenty an hour, and an address gets five a day; a link without a mail has no limit.
- A page says with everything that it sends which workspace it was rendered for. Where the session was switched to another one meanwhile, nothing is saved and what was typed stays: 409, \`WORKSPACE_SWITCHED\`. Programs do the same with the header \`x-workspace\`; without it they mean the workspace that their session is in.
`;

it("docs/roles.md is the table as it is in the code", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/roles.md");
});
