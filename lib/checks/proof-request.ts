import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { authenticationHeaders } from "./authentication-headers";
import { baseUrlOf } from "./base-url";

/** What a provider is asked to learn whether it accepts the values, by the connector's data alone. */
export function proofRequest(connector: Connector, values: CredentialValues) {
  const { verification: call, authentication } = connector;
  return {
    method: call.method,
    url: `${baseUrlOf(connector)}${call.path}`,
    headers: {
      accept: "application/json",
      "user-agent": "Latchkey",
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      ...authenticationHeaders(authentication.scheme, values),
    } as Record<string, string>,
    ...(call.body === undefined ? {} : { body: call.body }),
  };
}
