import "server-only";
import { listOf, nothing, one, openOperation, operation, personOperation } from "@/lib/api/operation";
import { ownerAnswer } from "@/lib/api/schemas/member";
import { setupBody } from "@/lib/api/schemas/member-input";
import { noticeAnswer } from "@/lib/api/schemas/notice";
import { noticesQuery } from "@/lib/api/schemas/notice-input";
import { settingsAnswer } from "@/lib/api/schemas/settings";
import { updateSettingsBody } from "@/lib/api/schemas/settings-input";
import { workspaceMadeAnswer, workspaceNameAnswer, workspacesAnswer } from "@/lib/api/schemas/workspace";
import { createWorkspaceBody, renameWorkspaceBody, switchWorkspaceBody } from "@/lib/api/schemas/workspace-input";
import { signOutResponse } from "@/lib/auth/doors/sign-out-response";
import { peerOf } from "@/lib/auth/peer-of";
import { createOwner } from "@/lib/auth/sign-in/create-owner";
import { listNotices } from "@/lib/credentials/list-notices";
import { createWorkspace } from "@/lib/members/create-workspace";
import { listWorkspaces } from "@/lib/members/list-workspaces";
import { renameWorkspace } from "@/lib/members/rename-workspace";
import { switchWorkspace } from "@/lib/members/switch-workspace";
import { getSettings } from "@/lib/settings/get-settings";
import { updateSettings } from "@/lib/settings/update-settings";

const tag = "Workspace";

export const workspaceOperations = [
  operation({
    ...{ id: "getSettings", method: "GET", path: "/settings", tag, permission: "settings:read" },
    summary: "Get the workspace's settings",
    answer: one(settingsAnswer),
    run: ({ actor }) => getSettings(actor),
  }),
  personOperation({
    ...{ id: "updateSettings", method: "PATCH", path: "/settings", tag, permission: "settings:edit" },
    summary: "Change the workspace's settings",
    description: "What you leave out stays.",
    body: updateSettingsBody,
    examples: { body: { checkEveryMinutes: 360, emailNotices: true } },
    precondition: true,
    answer: one(settingsAnswer),
    errors: ["CONFIRM_PASSWORD"],
    run: ({ actor, body, revision }) => updateSettings(actor, { ...body, revision }),
  }),
  operation({
    ...{ id: "listNotices", method: "GET", path: "/notices", tag, permission: "notice:list" },
    summary: "List the workspace's notices",
    query: noticesQuery,
    answer: listOf(noticeAnswer),
    run: async ({ actor, query }) => {
      const { notices: items, olderThan: after } = await listNotices(actor, query.after);
      return { items, after };
    },
  }),
  personOperation({
    ...{ id: "listWorkspaces", method: "GET", path: "/workspaces", tag },
    summary: "List your workspaces",
    answer: one(workspacesAnswer),
    run: async ({ actor }) => {
      const { workspaces: data, mayCreate } = await listWorkspaces(actor);
      return { data, next: null, activeId: actor.workspaceId, mayCreate };
    },
  }),
  personOperation({
    ...{ id: "createWorkspace", method: "POST", path: "/workspaces", tag, permission: "workspace:create" },
    summary: "Create a workspace",
    body: createWorkspaceBody,
    examples: { body: { name: "Data team" } },
    answer: one(workspaceMadeAnswer, 201),
    makes: {
      idOf: ({ workspaceId }) => workspaceId,
      again: async (_call, workspaceId) => ({ workspaceId }),
    },
    errors: ["CONFIRM_PASSWORD"],
    run: ({ actor, body }) => createWorkspace(actor, body),
  }),
  personOperation({
    ...{ id: "renameWorkspace", method: "PATCH", path: "/workspaces/current", tag, permission: "workspace:rename" },
    summary: "Rename your workspace",
    description: "`seen` is its name now.",
    body: renameWorkspaceBody,
    examples: { body: { name: "Data team EMEA", seen: "Data team" } },
    answer: one(workspaceNameAnswer),
    errors: ["CHANGED_MEANWHILE"],
    run: ({ actor, body }) => renameWorkspace(actor, body),
  }),
  personOperation({
    ...{ id: "switchWorkspace", method: "POST", path: "/workspaces/active", tag },
    summary: "Switch your session to another workspace",
    body: switchWorkspaceBody,
    examples: { body: { workspaceId: "Zm9yLWV4YW1wbGUtd29ya3" } },
    answer: nothing,
    errors: ["NOT_FOUND"],
    run: ({ actor, body }) => switchWorkspace(actor, body),
  }),
  openOperation({
    ...{ id: "signOut", method: "POST", path: "/sign-out", tag },
    summary: "Sign out",
    answer: nothing,
    run: ({ request }) => signOutResponse(request),
  }),
  openOperation({
    ...{ id: "setUp", method: "POST", path: "/setup", tag },
    summary: "Create the first owner",
    description: "Once, with the token the server printed on its first start.",
    body: setupBody,
    examples: {
      body: {
        token: "the token the server printed",
        name: "Ada Byron",
        email: "ada@example.com",
        password: "a quiet sentence to remember",
      },
    },
    answer: one(ownerAnswer, 201),
    errors: ["ALREADY_SET_UP", "SIGN_IN_REFUSED", "TOO_MANY_ATTEMPTS"],
    run: async ({ body, request }) => {
      const { email } = await createOwner(body, peerOf(request.headers));
      return { email };
    },
  }),
];
