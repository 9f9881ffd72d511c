import "server-only";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { DatabaseConnector } from "@/lib/connectors/database-connector";
import { type Reach, reachOf } from "@/lib/platform/database-hosts";
import { env } from "@/lib/platform/env";
import type { Judgement } from "./judge-answer";
import { askPostgres } from "./postgres/ask-postgres";

/** Where the values lead. */
export function addressOf({ authentication: { login } }: DatabaseConnector, values: CredentialValues) {
  return { host: (values[login.host] ?? "").toLowerCase(), port: Number(values[login.port] ?? login.defaultPort) };
}

/** Whether this server may connect there, by its operator's word. */
export function reachOfValues(connector: DatabaseConnector, values: CredentialValues): Reach {
  const { host, port } = addressOf(connector, values);
  return reachOf(env().DATABASE_HOSTS, host, port);
}

/** Signs in to the database, where this server may connect to it. */
export async function askDatabase(
  connector: DatabaseConnector,
  values: CredentialValues,
  asking: { endsAt: number; signal: AbortSignal | undefined },
): Promise<Judgement> {
  const reach = reachOfValues(connector, values);
  if (reach === "none") return { outcome: "host-not-allowed" };
  const { login } = connector.authentication;
  const given = (field: string) => values[field] ?? "";
  const target = { ...addressOf(connector, values), allowPrivate: reach === "anywhere" };
  const who = { user: given(login.user), password: given(login.password), database: given(login.database) };
  return askPostgres(target, who, asking);
}
