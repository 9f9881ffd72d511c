import type { SaveCredentialDto } from "./credential-dto";

/** A save as a route answers it: stored, or why the provider's answer did not allow it. */
export function savedAnswer(result: SaveCredentialDto, status: 200 | 201): { status: number; body: unknown } {
  if (result.saved) return { status, body: result };
  const { verification } = result;
  const code = verification.status === "FAILED" ? "VERIFICATION_REFUSED" : "VERIFICATION_INCONCLUSIVE";
  return { status: 422, body: { error: { code, message: verification.message, verification } } };
}
