import "server-only";
import { type AnyConnector, endpointsOf } from "@/lib/connectors/database-connector";
import { allConnectors } from "@/lib/connectors/registry";
import { env } from "@/lib/platform/env";

/** Whether there can be new credentials for it: for databases only where the operator allows hosts. */
export const isOffered = (connector: AnyConnector): boolean =>
  connector.kind !== "database" || env().DATABASE_HOSTS.length > 0;

/** What new credentials can be for, in the order of the picker. */
export const offeredConnectors = (): AnyConnector[] => allConnectors.filter(isOffered);

/** What is said where nobody can read with it yet. */
export const nothingToRead = (connector: AnyConnector): string | undefined =>
  endpointsOf(connector).length > 0
    ? undefined
    : `There's nothing to read from ${connector.name} yet: we keep its credentials, verify and rotate them.`;
