import "server-only";
import { listOf, one, operation } from "@/lib/api/operation";
import { connectorAnswer } from "@/lib/api/schemas/connector";
import { ownAnswer } from "@/lib/api/schemas/own";
import { describeActor } from "@/lib/auth/describe-actor";
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
];
