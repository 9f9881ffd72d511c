import "server-only";
import { agreed } from "@/lib/api/agreed";
import { downloadResponse } from "@/lib/api/download-response";
import { file, listOf, nothing, one, operation } from "@/lib/api/operation";
import {
  credentialAnswer,
  credentialDetailsAnswer,
  credentialLines,
  credentialTileAnswer,
  credentialWithSourcesAnswer,
  deletedCredentialAnswer,
  versionAnswer,
} from "@/lib/api/schemas/credential";
import {
  createCredentialBody,
  exportCredentialsQuery,
  listCredentialsQuery,
  moveBody,
  moveQuery,
  replaceValuesBody,
  rollbackBody,
  transferBody,
  updateCredentialBody,
} from "@/lib/api/schemas/credential-input";
import { moveAnswer, movePreviewAnswer } from "@/lib/api/schemas/data-source";
import { pageQuery } from "@/lib/api/schemas/input";
import { listDeletedCredentials } from "@/lib/credentials/deletion/list-deleted-credentials";
import { purgeCredential } from "@/lib/credentials/deletion/purge-credential";
import { restoreCredential } from "@/lib/credentials/deletion/restore-credential";
import { getCreatedCredential, getCredential } from "@/lib/credentials/get-credential";
import { credentialExportHead, exportCredentials } from "@/lib/credentials/list/export-credentials";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { transferCredential } from "@/lib/credentials/transfer-credential";
import { updateCredential } from "@/lib/credentials/update-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { listVersions } from "@/lib/credentials/values/list-versions";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import { deleteCredential } from "@/lib/data-sources/delete-credential";
import { listCredentialSources } from "@/lib/data-sources/list-credential-sources";
import { moveDataSources } from "@/lib/data-sources/move-data-sources";
import { previewMove } from "@/lib/data-sources/preview-move";

const tag = "Credentials";
const EXAMPLE_VALUES = { apiKey: "your-api-key", apiPassword: "your-api-password" };

/** What asks the provider first can come to this. */
const asking = [
  "VERIFICATION_REFUSED",
  "VERIFICATION_INCONCLUSIVE",
  "CREDENTIAL_UNREADABLE",
  "TOO_MANY_CHECKS",
] as const;

export const credentialOperations = [
  operation({
    ...{ id: "listCredentials", method: "GET", path: "/credentials", tag, permission: "credential:list" },
    summary: "List credentials",
    description: "Fifty per page, newest first unless you say otherwise. Never with a secret value.",
    query: listCredentialsQuery,
    answer: listOf(credentialTileAnswer),
    run: async ({ actor, query }) => {
      const { credentials: items, after } = await listCredentials(actor, query);
      return { items, after };
    },
  }),
  operation({
    ...{ id: "exportCredentials", method: "GET", path: "/credentials/export", tag, permission: "credential:list" },
    summary: "Export the list of credentials as CSV",
    description: "All pages of what you narrow it to, without any value. The export is an event of the audit trail.",
    query: exportCredentialsQuery,
    answer: file({ "text/csv": credentialLines }),
    run: async ({ actor, query, request }) =>
      request.method === "HEAD"
        ? new Response(null, { headers: credentialExportHead(actor, query) })
        : downloadResponse(await exportCredentials(actor, query)),
  }),
  operation({
    ...{ id: "createCredential", method: "POST", path: "/credentials", tag, permission: "credential:create" },
    summary: "Create a credential",
    description:
      "Verifies the values with the provider, then stores them encrypted. Refused values aren't stored; if the provider couldn't be asked, only with `saveUnverified`.",
    body: createCredentialBody,
    examples: {
      body: {
        connectorId: "clari-copilot",
        name: "EMEA workspace",
        description: "For the nightly load.",
        values: EXAMPLE_VALUES,
      },
    },
    answer: one(credentialAnswer, 201),
    makes: {
      idOf: ({ id }) => id,
      at: (id) => `/credentials/${id}`,
      again: ({ actor }, id) => getCreatedCredential(actor, id),
      isFoundByForm: true,
    },
    errors: [...asking, "NOT_FOUND", "NAME_TAKEN", "ALREADY_STORED", "CONFIRM_PASSWORD"],
    run: async ({ actor, body, formId, request }) =>
      agreed(await createCredential(actor, { description: "", ...body, formId }, request.signal)).credential,
  }),
  operation({
    ...{ id: "listDeletedCredentials", method: "GET", path: "/credentials/deleted", tag },
    permission: "credential:restore",
    summary: "List deleted credentials you can restore",
    query: pageQuery,
    answer: listOf(deletedCredentialAnswer),
    run: async ({ actor, query }) => {
      const { credentials: items, after } = await listDeletedCredentials(actor, query);
      return { items, after };
    },
  }),
  operation({
    ...{ id: "getCredential", method: "GET", path: "/credentials/{id}", tag, permission: "credential:read" },
    summary: "Get a credential",
    description: "With its check history and what uses it, but no secret value.",
    answer: one(credentialWithSourcesAnswer),
    run: async ({ actor, id }) => {
      const credential = await getCredential(actor, id);
      // What nothing uses needs no look: its row counts what does.
      const dataSources = credential.usedBy > 0 ? await listCredentialSources(actor, credential.id) : [];
      return { ...credential, dataSources };
    },
  }),
  operation({
    ...{ id: "updateCredential", method: "PATCH", path: "/credentials/{id}", tag, permission: "credential:edit" },
    summary: "Change name, description or rotation day",
    description: "What you leave out stays. Values have their own operation.",
    body: updateCredentialBody,
    examples: { body: { name: "EMEA workspace", rotateBy: "2027-03-03" } },
    precondition: true,
    answer: one(credentialDetailsAnswer),
    errors: ["NAME_TAKEN"],
    run: ({ actor, id, body, revision }) => updateCredential(actor, { ...body, credentialId: id, revision }),
  }),
  operation({
    ...{ id: "deleteCredential", method: "DELETE", path: "/credentials/{id}", tag, permission: "credential:delete" },
    summary: "Delete a credential",
    description: "Refused while a data source uses it: move those first. You can restore it for thirty days.",
    answer: nothing,
    errors: ["IN_USE", "CONFIRM_PASSWORD"],
    run: ({ actor, id }) => deleteCredential(actor, id),
  }),
  operation({
    ...{ id: "replaceValues", method: "PUT", path: "/credentials/{id}/values", tag, permission: "credential:replace" },
    summary: "Replace all values",
    description: "Verifies the new ones first. Data sources continue with them without a pause.",
    body: replaceValuesBody,
    examples: { body: { values: EXAMPLE_VALUES } },
    precondition: true,
    answer: one(credentialDetailsAnswer),
    errors: [...asking, "CONFIRM_PASSWORD"],
    run: async ({ actor, id, body, revision, request }) =>
      agreed(await replaceCredentialValues(actor, { ...body, credentialId: id, revision }, request.signal)).credential,
  }),
  operation({
    ...{ id: "listVersions", method: "GET", path: "/credentials/{id}/versions", tag },
    permission: "credential:rollback",
    summary: "List the versions of its values",
    answer: listOf(versionAnswer),
    run: async ({ actor, id }) => ({ items: await listVersions(actor, id) }),
  }),
  operation({
    ...{ id: "rollbackCredential", method: "POST", path: "/credentials/{id}/rollback", tag },
    permission: "credential:rollback",
    summary: "Roll back to an older version",
    description: "Verifies its values first.",
    body: rollbackBody,
    examples: { body: { number: 1 } },
    precondition: true,
    answer: one(credentialDetailsAnswer),
    errors: [...asking, "CONFIRM_PASSWORD"],
    run: async ({ actor, id, body, revision, request }) =>
      agreed(await rollbackCredential(actor, { ...body, credentialId: id, revision }, request.signal)).credential,
  }),
  operation({
    ...{ id: "previewMove", method: "GET", path: "/credentials/{id}/move", tag, permission: "credential:move" },
    summary: "See what you can move, and where",
    query: moveQuery,
    answer: one(movePreviewAnswer),
    run: ({ actor, id, query }) => previewMove(actor, id, query),
  }),
  operation({
    ...{ id: "moveDataSources", method: "POST", path: "/credentials/{id}/move", tag, permission: "credential:move" },
    summary: "Move data sources to another credential",
    description:
      "Verifies that one first. Moves all that you name, or none: then `fields` says which stood in the way. Name none to move what uses the credential now.",
    body: moveBody,
    examples: { body: { targetId: "Zm9yLWV4YW1wbGUtdGFyZ2", sourceIds: ["Zm9yLWV4YW1wbGUtc291cm"] } },
    answer: one(moveAnswer),
    errors: [...asking, "CREDENTIAL_FAILED", "CHANGED_MEANWHILE", "CONFIRM_PASSWORD"],
    run: async ({ actor, id, body, request }) => {
      const { count, left } = agreed(await moveDataSources(actor, { ...body, credentialId: id }, request.signal));
      return { count, left };
    },
  }),
  operation({
    ...{ id: "transferCredential", method: "POST", path: "/credentials/{id}/transfer", tag },
    permission: "credential:own",
    summary: "Change the owner",
    body: transferBody,
    examples: { body: { ownerId: "Zm9yLWV4YW1wbGUtcGVyc2" } },
    answer: one(credentialTileAnswer),
    errors: ["CHANGED_MEANWHILE", "CONFIRM_PASSWORD"],
    run: ({ actor, id, body }) => transferCredential(actor, { ...body, credentialId: id }),
  }),
  operation({
    ...{ id: "restoreCredential", method: "POST", path: "/credentials/{id}/restore", tag },
    permission: "credential:restore",
    summary: "Restore a deleted credential",
    answer: one(credentialDetailsAnswer),
    errors: ["NAME_TAKEN"],
    run: ({ actor, id }) => restoreCredential(actor, id),
  }),
  operation({
    ...{ id: "purgeCredential", method: "POST", path: "/credentials/{id}/purge", tag, permission: "credential:delete" },
    summary: "Erase a deleted credential for good",
    answer: nothing,
    errors: ["CONFIRM_PASSWORD"],
    run: ({ actor, id }) => purgeCredential(actor, id),
  }),
];
