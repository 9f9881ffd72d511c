import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { nothingToRead } from "@/lib/checks/offered-connectors";
import type { ParameterValues } from "@/lib/connectors/connector";
import { endpointsOf } from "@/lib/connectors/database-connector";
import { findKnownConnector } from "@/lib/credentials/find-known-connector";
import { requireCredential } from "@/lib/credentials/get-credential";
import { previewInput } from "@/lib/data-sources/data-source-schema";
import { notFound, Refusal } from "@/lib/platform/errors";
import { peek } from "@/lib/platform/peek";
import { parseInput } from "@/lib/platform/to-error-dto";
import { lookThrough } from "./look-through";
import type { PreviewDto } from "./preview-dto";

/**
 * Reads the first records that a data source with these parameters would have, to look at. Nothing of it is kept but
 * that someone looked.
 * @param input `{connectorId, credentialId, endpointId, parameters}`
 * @param signal stops it
 */
export async function previewSource(actor: Principal, input: unknown, signal: AbortSignal): Promise<PreviewDto> {
  authorize(actor, "data-source:read");
  authorize(actor, "credential:select");
  const connector = await findKnownConnector(actor, input);
  const endpoint = endpointsOf(connector).find(({ id }) => id === peek(input, "endpointId"));
  if (!endpoint || connector.kind === "database")
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
      fields: { endpointId: nothingToRead(connector) ?? "Choose an endpoint." },
    });
  const { credentialId, parameters: parsed } = parseInput(previewInput(endpoint), input);
  const parameters = JSON.parse(JSON.stringify(parsed)) as ParameterValues;
  const credential = await requireCredential(actor, credentialId);
  if (credential.connectorId !== connector.id) throw notFound("credential");
  return lookThrough(actor, "data-source:read", { connector, endpoint, parameters, credential }, signal);
}
