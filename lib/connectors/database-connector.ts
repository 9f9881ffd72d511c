import type { Connector, Endpoint } from "./connector";
import type { DatabaseLogin } from "./database-login";

/**
 * A database: no HTTP, and so no placements, no verification call and no endpoints. Its values are proved by signing in,
 * over TLS, to a host that this server's operator allows. They are kept and replaced as those of any other connector.
 */
export type DatabaseConnector<FieldId extends string = string> = Pick<
  Connector,
  "id" | "name" | "summary" | "category" | "mark" | "limits"
> & {
  kind: "database";
  /** A workspace defines none. */
  own?: never;
  /** What is spoken with it. */
  protocol: "postgresql";
  authentication: Pick<
    Connector<FieldId>["authentication"],
    "fields" | "identifiedBy" | "guide" | "noun" | "refusal"
  > & { login: DatabaseLogin<NoInfer<FieldId>> };
};

export type AnyConnector = Connector | DatabaseConnector;

/** One that speaks HTTP, and so can have endpoints. */
export const isHttp = (connector: AnyConnector): connector is Connector => connector.kind !== "database";
export const httpOf = (connector: AnyConnector | undefined): Connector | undefined =>
  connector && isHttp(connector) ? connector : undefined;

/** What can be read with it: of a database nothing yet. */
export const endpointsOf = (connector: AnyConnector): readonly Endpoint[] =>
  connector.kind === "database" ? [] : connector.endpoints;

export function defineDatabase<const FieldId extends string>(
  connector: DatabaseConnector<FieldId>,
): DatabaseConnector<FieldId> {
  return connector;
}
