import type { SaveCredentialDto } from "./credential-dto";

/** A save as a route answers it: stored, or why the provider's answer or what is stored already did not allow it. */
export function savedAnswer(result: SaveCredentialDto, status: 200 | 201): { status: number; body: unknown } {
  if (result.saved) return { status, body: result };
  if ("duplicate" in result) {
    const message = "These values are stored already. Send keepBoth: true to store them a second time.";
    return { status: 409, body: { error: { code: "ALREADY_STORED", message, duplicate: result.duplicate } } };
  }
  const { verification } = result;
  const code = verification.status === "FAILED" ? "VERIFICATION_REFUSED" : "VERIFICATION_INCONCLUSIVE";
  return { status: 422, body: { error: { code, message: verification.message, verification } } };
}
