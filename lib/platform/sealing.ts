import "server-only";
import { errors, FlattenedEncrypt, type FlattenedJWE, flattenedDecrypt } from "jose";
import type { KeyRing } from "./keys";

/** The part of the format that may change one day; bound into every ciphertext. */
const FORMAT = "latchkey.values.v1";

/** What a ciphertext belongs to. It opens nowhere else. */
export type SealingContext = {
  workspaceId: string;
  credentialId: string;
  version: number;
  /** What is stored beside it in clear. With anything else beside it, it does not open. */
  plainValues?: Record<string, string>;
};

export class CannotOpen extends Error {
  static readonly kind: string = "CannotOpen";
  override readonly name = "CannotOpen";
  /** Set when the ring lacks the key that wraps this value. */
  readonly missingKeyId: string | undefined;

  constructor(missingKeyId?: string) {
    // One message for every reason: a caller learns nothing about which check failed.
    super("The sealed value cannot be opened.");
    this.missingKeyId = missingKeyId;
  }
}

/**
 * The additional authenticated data is rebuilt from the row and the authorized workspace at each opening. It is never
 * taken from the stored value: a ciphertext moved to another row would bring its own along, and open there.
 */
function authenticatedData({ workspaceId, credentialId, version, plainValues = {} }: SealingContext): Uint8Array {
  // Sorted: a database gives them back in an order of its own.
  const plain = Object.entries(plainValues).sort(([a], [b]) => (a < b ? -1 : 1));
  // With none it is what it was before there were any, so that what was sealed then opens.
  const parts = [FORMAT, workspaceId, credentialId, version, ...(plain.length > 0 ? [plain] : [])];
  return new TextEncoder().encode(JSON.stringify(parts));
}

/** Seals with a fresh data key, wrapped by the active key of the ring (JWE, A256KW and A256GCM, RFC 7516). */
export async function seal(
  ring: KeyRing,
  context: SealingContext,
  plaintext: string,
): Promise<{ sealed: string; keyId: string }> {
  const { aad: _, ...stored } = await new FlattenedEncrypt(new TextEncoder().encode(plaintext))
    .setProtectedHeader({ alg: "A256KW", enc: "A256GCM", kid: ring.active.id })
    .setAdditionalAuthenticatedData(authenticatedData(context))
    .encrypt(ring.active.secret);
  return { sealed: JSON.stringify(stored), keyId: ring.active.id };
}

/** Opens what `seal` made. The key is looked up by the id of the row, exactly; keys are never tried in turn. */
export async function open(
  ring: KeyRing,
  context: SealingContext,
  row: { sealed: string; keyId: string },
): Promise<string> {
  const key = ring.byId.get(row.keyId);
  if (!key) throw new CannotOpen(row.keyId);
  try {
    const { ciphertext, encrypted_key, iv, protected: header, tag } = JSON.parse(row.sealed) as FlattenedJWE;
    const aad = Buffer.from(authenticatedData(context)).toString("base64url");
    const jwe = { aad, ciphertext, encrypted_key, iv, protected: header, tag } as FlattenedJWE;
    const { plaintext, protectedHeader } = await flattenedDecrypt(jwe, key.secret, {
      keyManagementAlgorithms: ["A256KW"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    if (protectedHeader?.kid !== key.id) throw new CannotOpen();
    return new TextDecoder("utf-8", { fatal: true }).decode(plaintext);
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof TypeError)
      throw new CannotOpen();
    throw error;
  }
}
