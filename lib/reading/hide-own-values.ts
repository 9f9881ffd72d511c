import "server-only";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { splitValues } from "@/lib/connectors/plain-values";
import { type Hider, hiderOf } from "@/lib/platform/hide-values";
import type { Values } from "./fetch-page";

/**
 * Hides the values that a read asks with from what it hands out, and the tokens that they were traded for; those that
 * took their place meanwhile too.
 */
export function hideOwnValues(connector: Connector, values: Values): Hider["inRecords"] {
  const secrets = new Set<string>();
  let known: CredentialValues | undefined;
  let token: string | undefined;
  let hider: Hider | undefined;
  return (records) => {
    if (!hider || known !== values.current || token !== values.token) {
      known = values.current;
      token = values.token;
      if (token) secrets.add(token);
      const { secret, plain } = splitValues(connector, known);
      for (const value of Object.values(secret)) secrets.add(value);
      hider = hiderOf([...secrets], Object.values(plain));
    }
    return hider.inRecords(records);
  };
}
