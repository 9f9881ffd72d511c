import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { baseUrlOf } from "./base-url";
import { signatureOf, signedTarget } from "./sign-request";

/** What a provider is asked to learn whether it accepts the values, by the connector's data alone. */
export function proofRequest(connector: Connector, values: CredentialValues) {
  const { method, path, body } = connector.verification;
  const signature = signatureOf(connector, values);
  const baseUrl = baseUrlOf(connector, values);
  const headers: Record<string, string> = {
    accept: "application/json",
    "user-agent": "Latchkey",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...signature.headers,
  };
  return {
    method,
    url: `${baseUrl}${signedTarget(path, signature)}`,
    origin: new URL(baseUrl).origin,
    headers,
    ...(body === undefined ? {} : { body }),
  };
}
