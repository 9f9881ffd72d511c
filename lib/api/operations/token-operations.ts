import "server-only";
import { downloadResponse } from "@/lib/api/download-response";
import { file, listOf, nothing, one, operation, personOperation } from "@/lib/api/operation";
import { auditExportAnswer, auditLines } from "@/lib/api/schemas/audit";
import { auditExportQuery } from "@/lib/api/schemas/audit-input";
import { pageQuery } from "@/lib/api/schemas/input";
import { tokenAnswer, tokenShownOnceAnswer } from "@/lib/api/schemas/token";
import { createTokenBody, rotateTokenBody } from "@/lib/api/schemas/token-input";
import { auditExportHead, exportAuditEvents } from "@/lib/audit/export-audit-events";
import { revokeToken } from "@/lib/auth/tokens/revoke-token";
import { rotateToken } from "@/lib/auth/tokens/rotate-token";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { listTokens } from "@/lib/data-sources/tokens/list-tokens";

const tag = "Tokens";

export const tokenOperations = [
  operation({
    ...{ id: "listTokens", method: "GET", path: "/tokens", tag, permission: "token:list" },
    summary: "List tokens",
    description: "Your own, or everyone's if you can manage tokens. A token sees its creator's.",
    query: pageQuery,
    answer: listOf(tokenAnswer),
    run: async ({ actor, query }) => {
      const { tokens: items, after } = await listTokens(actor, query);
      return { items, after };
    },
  }),
  personOperation({
    ...{ id: "createToken", method: "POST", path: "/tokens", tag, permission: "token:create" },
    summary: "Create a token",
    description: "Only this answer has its value.",
    body: createTokenBody,
    examples: {
      body: {
        name: "Nightly load",
        scopes: ["data-source:list", "data-source:read"],
        sources: "every",
        expiresInDays: 90,
      },
    },
    answer: one(tokenShownOnceAnswer, 201),
    makes: {
      idOf: ({ id }) => id,
      // The value was shown once: rotating the token shows another one.
      again: async ({ body }, id) => ({ id, name: String(body.name) }),
    },
    errors: ["TOO_MANY_TOKENS", "CONFIRM_PASSWORD"],
    run: ({ actor, body }) => createToken(actor, body),
  }),
  operation({
    ...{ id: "revokeToken", method: "DELETE", path: "/tokens/{id}", tag, permission: "token:revoke" },
    summary: "Revoke a token",
    description: "At once, on every instance. A token can revoke its creator's, including itself.",
    answer: nothing,
    run: ({ actor, id }) => revokeToken(actor, { tokenId: id }),
  }),
  personOperation({
    ...{ id: "rotateToken", method: "POST", path: "/tokens/{id}/rotate", tag, permission: "token:create" },
    summary: "Rotate a token",
    description: "The old value works for another `overlapHours`. Only this answer has the new one.",
    body: rotateTokenBody,
    examples: { body: { overlapHours: 24 } },
    answer: one(tokenShownOnceAnswer),
    errors: ["CONFIRM_PASSWORD"],
    run: ({ actor, id, body }) => rotateToken(actor, { ...body, tokenId: id }),
  }),
  operation({
    ...{ id: "exportAudit", method: "GET", path: "/audit/export", tag: "Audit", permission: "audit:read" },
    summary: "Export the audit trail",
    description: "Newest event first. The export is itself an event.",
    query: auditExportQuery,
    answer: file({ "application/json": auditExportAnswer, "text/csv": auditLines }),
    run: async ({ actor, query, request }) =>
      request.method === "HEAD"
        ? new Response(null, { headers: auditExportHead(actor, query) })
        : downloadResponse(await exportAuditEvents(actor, query)),
  }),
];
