import "server-only";
import { createHmac } from "node:crypto";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { fingerprintKey } from "@/lib/platform/fingerprint-key";

export type Fingerprints = {
  /** The same for the same values of one connector in one workspace. */
  fingerprint: string;
  /** The same where only the value that names the account with the provider is; null where the connector has none. */
  identityFingerprint: string | null;
};

/**
 * Finds values again without opening anything. The workspace is part of it: two workspaces with the same pair have
 * different fingerprints, so that nobody who reads the table learns of it.
 */
export function fingerprintValues(
  workspaceId: string,
  connector: AnyConnector,
  values: CredentialValues,
): Fingerprints {
  const of = (purpose: string, entries: [string, string | undefined][]) =>
    createHmac("sha256", fingerprintKey())
      .update(JSON.stringify([purpose, workspaceId, connector.id, entries]))
      .digest("base64url");
  const { fields, identifiedBy } = connector.authentication;
  return {
    fingerprint: of(
      "values",
      fields.map(({ id }) => [id, values[id]]),
    ),
    identityFingerprint: identifiedBy === undefined ? null : of("identity", [[identifiedBy, values[identifiedBy]]]),
  };
}
