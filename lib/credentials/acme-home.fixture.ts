import type { IncomingHttpHeaders } from "node:http";
import { type RecordedRequest, startHttpSandbox } from "@/e2e/sandbox/http-sandbox";
import { sendJson } from "@/e2e/sandbox/send";
import { defineConnector } from "@/lib/connectors/connector";
import { header } from "@/lib/connectors/placements";

/** A connector with fields of every kind: no product's, and in no picker. */
export const acme = defineConnector({
  id: "acme",
  name: "Acme",
  summary: "Has an account, a region and a token.",
  category: "Tests",
  mark: { tone: "teal", path: "M4 4h16v16H4z" },
  hosts: { api: { kind: "fixed", origin: "https://acme.example" } },
  authentication: {
    noun: "token",
    identifiedBy: "account",
    fields: [
      {
        id: "account",
        label: "Account",
        secret: false,
        kind: "text",
        maxLength: 20,
        format: {
          pattern: "[a-z][a-z0-9-]*",
          words: "can have small letters, digits and hyphens only.",
          example: "north-1",
        },
        help: "Sent as the X-Account header.",
        aliases: ["X-Account"],
      },
      {
        id: "region",
        label: "Region",
        secret: false,
        kind: "choice",
        options: [
          { value: "eu", label: "Europe" },
          { value: "us", label: "United States" },
        ],
        help: "Sent as the X-Region header.",
        aliases: ["X-Region"],
      },
      { id: "token", label: "Token", secret: true, help: "Sent as the X-Token header.", aliases: ["X-Token"] },
    ],
    placements: [header("X-Account", "account"), header("X-Region", "region"), header("X-Token", "token")],
    guide: { steps: ["Open Acme and copy the token."], roles: "Anyone can see it.", warnings: [] },
    refusal: { causes: ["The token ended."], nextStep: "Copy the token again." },
  },
  verification: { method: "GET", path: "/me", expect: { kind: "object", at: ["me"] }, forbidden: "refused" },
  limits: [{ requests: 1000, seconds: 1, of: "account" }],
  endpoints: [
    {
      id: "me",
      name: "Me",
      summary: "Who it is.",
      method: "GET",
      path: "/me",
      reading: { records: ["me"], key: "id", personalFields: [], paging: { kind: "none" } },
      parameters: [],
    },
  ],
});

type Asked = RecordedRequest & { account: unknown; region: unknown };

/** The same, and its provider says whose account it is. */
export const acmeThatTells = defineConnector({
  ...acme,
  verification: { ...acme.verification, identity: { of: "tenant", id: ["me", "id"], name: ["me", "name"] } },
  probes: {
    mayNot: [{ at: ["code"], in: ["lacks"] }],
    of: ["calls", "people", "teams"].map((id) => ({
      ...{ id, reads: id, method: "GET", path: `/${id}` },
      expect: { kind: "array", at: [id] },
    })),
  },
});

/** One account is named by whatever key asks for it, and begins long before. */
const nameOf = ({ "x-account": account, "x-token": token }: IncomingHttpHeaders) =>
  account === "echo" ? `${"k".repeat(70)}${token}` : `Acme of ${account}`;

/** An Acme that accepts one token for any account, and the environment that leads there. Imports nothing of the app. */
export async function startAcmeHome(token: string) {
  const server = await startHttpSandbox<Asked>({
    secretsOf: () => [token],
    record: ({ headers }, base) => ({ ...base, account: headers["x-account"], region: headers["x-region"] }),
    answer: (exchange) =>
      exchange.request.headers["x-token"] !== token
        ? sendJson(exchange, 401, { error: "no" })
        : exchange.url.pathname === "/calls"
          ? sendJson(exchange, 200, { calls: [] })
          : exchange.url.pathname === "/people"
            ? sendJson(exchange, 403, { code: "lacks" })
            : exchange.url.pathname === "/teams"
              ? sendJson(exchange, 403, { code: "other" })
              : sendJson(exchange, 200, { me: { id: "1", name: nameOf(exchange.request.headers) } }),
  });
  return { ...server, env: { ACME_BASE_URL: server.url, CHECKS_PER_MINUTE_OF_MEMBER: "1000" } };
}
