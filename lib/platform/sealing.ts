import "server-only";
import { decodeProtectedHeader, errors, FlattenedEncrypt, type FlattenedJWE, flattenedDecrypt } from "jose";
import type { KeyRing } from "./keys";

/** The part of the format that may change one day; bound into every ciphertext. */
const FORMAT = "latchkey.values.v2";
/** The one before, which did not say whose provider the values are for. It is opened, and never made again. */
const FIRST_FORMAT = "latchkey.values.v1";

/** What a ciphertext belongs to. It opens nowhere else, and so goes to no other provider. */
export type SealingContext = {
  workspaceId: string;
  credentialId: string;
  version: number;
  connectorId: string;
  /** What is stored beside it in clear. With anything else beside it, it does not open. */
  plainValues?: Record<string, string>;
  /** Of a connector that a workspace defined: where the values go, and a hash of how they travel. */
  binding?: { host: string; placements: string } | undefined;
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
function authenticatedData(format: string, context: SealingContext): Uint8Array {
  const { workspaceId, credentialId, version, connectorId, plainValues = {}, binding } = context;
  const parts: unknown[] = [format, workspaceId, credentialId, version];
  // Sorted: a database gives them back in an order of its own.
  const plain = Object.entries(plainValues).sort(([a], [b]) => (a < b ? -1 : 1));
  if (format === FORMAT) parts.push(connectorId, plain);
  // There were none then: what stands beside it was put there.
  else if (plain.length > 0 || binding) throw new CannotOpen();
  if (binding) parts.push([binding.host, binding.placements]);
  return new TextEncoder().encode(JSON.stringify(parts));
}

/** The header is authenticated too: nobody can make a value say that it is of the first format. */
function formatOf(jwe: FlattenedJWE): string {
  const { typ } = decodeProtectedHeader(jwe);
  if (typ !== undefined && typ !== FORMAT) throw new CannotOpen();
  return typ ?? FIRST_FORMAT;
}

/** Seals with a fresh data key, wrapped by the active key of the ring (JWE, A256KW and A256GCM, RFC 7516). */
export async function seal(
  ring: KeyRing,
  context: SealingContext,
  plaintext: string,
): Promise<{ sealed: string; keyId: string }> {
  const { aad: _, ...stored } = await new FlattenedEncrypt(new TextEncoder().encode(plaintext))
    .setProtectedHeader({ alg: "A256KW", enc: "A256GCM", kid: ring.active.id, typ: FORMAT })
    .setAdditionalAuthenticatedData(authenticatedData(FORMAT, context))
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
    const parts = { ciphertext, encrypted_key, iv, protected: header, tag } as FlattenedJWE;
    const aad = Buffer.from(authenticatedData(formatOf(parts), context)).toString("base64url");
    const jwe = { ...parts, aad };
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

/** What opens in one place, sealed for another with the key of now. No value comes out of it. Throws `CannotOpen`. */
export async function sealElsewhere(
  ring: KeyRing,
  { from, to }: { from: SealingContext; to: SealingContext },
  row: { sealed: string; keyId: string },
): Promise<{ sealed: string; keyId: string }> {
  return seal(ring, to, await open(ring, from, row));
}
