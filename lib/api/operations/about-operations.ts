import "server-only";
import { listOf, one, operation, personOperation } from "@/lib/api/operation";
import { connectorAnswer } from "@/lib/api/schemas/connector";
import { ownAnswer } from "@/lib/api/schemas/own";
import { triesAnswer, tryConnectorBody } from "@/lib/api/schemas/own-connector";
import { describeActor } from "@/lib/auth/describe-actor";
import { tryOwnConnector } from "@/lib/own-connectors/try-own-connector";
import { getConnector, listConnectors } from "@/lib/reading/list-connectors";

export const aboutOperations = [
  operation({
    ...{ id: "getOwn", method: "GET", path: "/me", tag: "About" },
    summary: "Say who you are here",
    description: "For a token, also what it can do. Needs no scope.",
    answer: one(ownAnswer),
    run: async ({ actor }) => describeActor(actor),
  }),
  operation({
    ...{ id: "listConnectors", method: "GET", path: "/connectors", tag: "About" },
    summary: "List the types of data sources",
    description:
      "With their credentials' values and what you can read; your workspace's own come first. Needs no scope.",
    answer: listOf(connectorAnswer),
    run: async ({ actor }) => ({ items: await listConnectors(actor) }),
  }),
  operation({
    ...{ id: "getConnector", method: "GET", path: "/connectors/{id}", tag: "About" },
    summary: "Get a type of data source",
    answer: one(connectorAnswer),
    run: async ({ actor, id }) => getConnector(actor, id),
  }),
  personOperation({
    ...{ id: "tryConnector", method: "POST", path: "/connectors/try", tag: "About", permission: "connector:define" },
    summary: "Try a connector of your own",
    description:
      "Asks its host without a key and with an invented one, which it has to refuse. Closing the request stops it.",
    body: tryConnectorBody,
    examples: {
      body: {
        definition: {
          ...{ name: "Acme orders", summary: "Orders of our shop.", host: "api.acme.com", endpoints: [] },
          fields: [{ id: "apiKey", label: "API Key", help: "", secret: true }],
          placements: [{ in: "header", name: "Authorization", parts: ["Bearer ", { field: "apiKey" }] }],
          proof: { method: "GET", path: "/v1/me", expect: { kind: "object", at: ["id"] }, forbidden: "unclear" },
          ...{ guide: { steps: [], roles: "", warnings: [] }, limits: { seconds: 1, day: 10_000 } },
        },
      },
    },
    answer: one(triesAnswer),
    errors: ["TOO_MANY_CHECKS", "CONFIRM_PASSWORD"],
    run: ({ actor, body, request }) => tryOwnConnector(actor, body, request.signal),
  }),
];
