import { askAction } from "./ask-action";
import { memberOperations } from "./member-operations";
import type { Operation } from "./operation";
import { dataSourceBody, ifMatch, type Role } from "./people";
import { newName } from "./stage";
import { tokenOperations } from "./token-operations";
import { workspaceOperations } from "./workspace-operations";

// The rows of the role × operation table, as raw requests.

/** Allowed by the operator, and led to a port that nobody listens on. */
export const NOBODYS_HOST = "api.acme.test";

const everyone: readonly Role[] = ["owner", "admin", "member", "viewer"];
const users: readonly Role[] = ["owner", "admin", "member"];
const admins: readonly Role[] = ["owner", "admin"];
const owners: readonly Role[] = ["owner"];

/** Of a connector of one's own, the least that one can say. Nobody answers there. */
const DEFINITION = {
  ...{ name: "Plain", summary: "", host: NOBODYS_HOST, guide: { steps: [], roles: "", warnings: [] } },
  fields: [{ id: "key", label: "Key", help: "", secret: true }],
  placements: [{ in: "header", name: "X-Key", parts: [{ field: "key" }] }],
  proof: { method: "GET", path: "/me", expect: { kind: "object", at: ["user"] }, forbidden: "unclear" },
  limits: { seconds: 1, day: 10_000 },
  endpoints: [],
};

export const operations: readonly Operation[] = [
  { name: "credential:list", allowed: everyone, ask: (as) => as.get("/credentials") },
  {
    name: "credential:read",
    allowed: admins,
    ask: async (as, stage) => as.get(`/credentials/${(await stage.credential()).id}`),
  },
  { name: "credential:create", allowed: admins, ask: (as, stage) => as.post("/credentials", stage.credentialBody()) },
  {
    name: "credential:verify, of typed values",
    allowed: admins,
    ask: (as, { pair: values }) => as.post("/credentials/verify", { connectorId: "clari-copilot", values }),
  },
  {
    name: "credential:verify, of stored values",
    allowed: admins,
    ask: async (as, stage) => as.post(`/credentials/${(await stage.credential()).id}/verify`),
  },
  {
    name: "credential:edit",
    allowed: admins,
    ask: async (as, stage) => {
      const { id, revision } = await stage.credential();
      return as.patch(`/credentials/${id}`, { name: newName("Edited"), description: "" }, ifMatch(revision));
    },
  },
  {
    name: "credential:replace",
    allowed: admins,
    ask: async (as, stage) => {
      const { id, revision } = await stage.credential();
      return as.put(`/credentials/${id}/values`, { values: stage.pair }, ifMatch(revision));
    },
  },
  {
    name: "credential:delete",
    allowed: admins,
    ask: async (as, stage) => as.delete(`/credentials/${(await stage.credential()).id}`),
  },
  {
    name: "credential:delete, several after a preview",
    allowed: admins,
    ask: async (as, stage) => {
      const input = { credentialIds: [(await stage.credential()).id] };
      const preview = await askAction(as, await stage.workspaceId(), "previewDeletionAction", input);
      const deletion = await askAction(as, await stage.workspaceId(), "deleteCredentialsAction", input);
      return preview.status === deletion.status ? deletion : preview;
    },
  },
  {
    name: "credential:restore, several",
    allowed: admins,
    ask: async (as, stage) =>
      askAction(as, await stage.workspaceId(), "restoreCredentialsAction", {
        credentialIds: [await stage.deletedCredential()],
      }),
  },
  {
    name: "credential:restore, the list",
    allowed: admins,
    ask: (as) => as.get("/credentials/deleted"),
  },
  {
    name: "credential:restore",
    allowed: admins,
    ask: async (as, stage) => as.post(`/credentials/${await stage.deletedCredential()}/restore`),
  },
  {
    name: "credential:delete, for good",
    allowed: admins,
    ask: async (as, stage) => as.post(`/credentials/${await stage.deletedCredential()}/purge`),
  },
  {
    name: "credential:rollback, the versions",
    allowed: admins,
    ask: async (as, stage) => as.get(`/credentials/${(await stage.credential()).id}/versions`),
  },
  {
    name: "credential:rollback",
    allowed: admins,
    ask: async (as, stage) => {
      const { id, revision } = await stage.credential();
      return as.post(`/credentials/${id}/rollback`, { number: 1 }, ifMatch(revision));
    },
  },
  {
    name: "credential:move, the preview",
    allowed: admins,
    ask: async (as, stage) => as.get(`/credentials/${(await stage.credential()).id}/move`),
  },
  {
    name: "credential:move",
    allowed: admins,
    ask: async (as, stage) => {
      const { id, credentialId } = await stage.dataSource();
      const { id: targetId } = await stage.credential();
      return as.post(`/credentials/${credentialId}/move`, { targetId, sourceIds: [id] });
    },
  },
  {
    name: "credential:transfer, of someone else's",
    allowed: admins,
    ask: async (as, stage) => {
      const { id } = await stage.credential();
      return as.post(`/credentials/${id}/transfer`, { ownerId: await stage.cast.member.userId() });
    },
  },
  {
    name: "credential:own, passing one's own on",
    allowed: users,
    ask: async (as, stage) => {
      const { id } = await stage.credential();
      const own = as.cookie && (await as.get("/members")).status === 200 ? await as.userId() : undefined;
      if (own) await stage.cast.owner.post(`/credentials/${id}/transfer`, { ownerId: own });
      return as.post(`/credentials/${id}/transfer`, { ownerId: await stage.cast.owner.userId() });
    },
  },
  {
    name: "credential:select, data-source:create",
    allowed: users,
    ask: async (as, stage) =>
      as.post("/data-sources", dataSourceBody((await stage.credential()).id, newName("Source"))),
  },
  { name: "data-source:list", allowed: everyone, ask: (as) => as.get("/data-sources") },
  {
    name: "data-source:list, one of them",
    allowed: everyone,
    ask: async (as, stage) => as.get(`/data-sources/${(await stage.dataSource()).id}`),
  },
  {
    name: "data-source:edit",
    allowed: users,
    ask: async (as, stage) => {
      const { id, revision } = await stage.dataSource();
      return as.patch(`/data-sources/${id}`, { name: newName("Changed"), endpointId: "calls" }, ifMatch(revision));
    },
  },
  {
    name: "data-source:delete",
    allowed: admins,
    ask: async (as, stage) => as.delete(`/data-sources/${(await stage.dataSource()).id}`),
  },
  {
    name: "data-source:delete, several",
    allowed: admins,
    ask: async (as, stage) =>
      askAction(as, await stage.workspaceId(), "deleteDataSourcesAction", {
        dataSourceIds: [(await stage.dataSource()).id],
      }),
  },
  ...tokenOperations,
  { name: "notice:list", allowed: everyone, ask: (as) => as.get("/notices") },
  {
    name: "connector:define",
    allowed: admins,
    ask: (as) => as.post("/connectors/try", { definition: DEFINITION }),
  },
  { name: "settings:read", allowed: admins, ask: (as) => as.get("/settings") },
  {
    name: "settings:edit",
    allowed: admins,
    ask: async (as, { cast }) => {
      const { revision } = (await cast.owner.get("/settings")).body;
      return as.patch("/settings", { emailNotices: revision % 2 === 0 }, ifMatch(revision));
    },
  },
  {
    name: "audit:read",
    allowed: admins,
    ask: (as) => as.get("/audit/export?format=json&action=no.such", { "sec-fetch-site": "same-origin" }),
  },
  { name: "keys:read", allowed: owners, ask: (as) => as.get("/keys") },
  { name: "keys:rotate, adding one", allowed: owners, ask: (as) => as.post("/keys") },
  {
    name: "keys:rotate, confirming a backup",
    allowed: owners,
    ask: async (as, stage) => as.post(`/keys/${await stage.newestKey()}/confirm-backup`),
  },
  { name: "keys:rotate", allowed: owners, ask: (as) => as.post("/keys/rotate") },
  {
    name: "keys:rotate, retiring one",
    allowed: owners,
    ask: async (as, stage) => as.post(`/keys/${await stage.addedKey()}/retire`),
  },
  ...memberOperations,
  {
    name: "installation:pass",
    allowed: owners,
    ask: async (as, { cast }) => as.post(`/members/${await cast.owner.userId()}/pass-installation`),
  },
  // Last: after one of them the owner is in two workspaces.
  ...workspaceOperations,
];
