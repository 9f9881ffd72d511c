import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { CannotOpen } from "@/lib/platform/sealing";
import { openCredentialValues, type StoredValues } from "./credential-values-repository";

/** The stored values, or a refusal where they do not open. Undefined where there is no such credential or version. */
export async function openOrRefuse(
  workspaceId: string,
  id: string,
  version?: number,
): Promise<StoredValues | undefined> {
  try {
    return await openCredentialValues(workspaceId, id, version);
  } catch (error) {
    if (!isOwn(error, CannotOpen)) throw error;
    log.error({ credentialId: id, missingKeyId: error.missingKeyId }, "a stored credential does not open");
    throw new Refusal(
      "CREDENTIAL_UNREADABLE",
      "The stored values cannot be read. Enter the values again to use this credential.",
    );
  }
}
