import "server-only";
import { randomBytes } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { decodeKey } from "./decode-key";
import { fingerprintKey } from "./fingerprint-key";
import { keyProvider } from "./key-provider";
import { KeyRingUnusable } from "./key-ring-unusable";
import type { KeyProvider, KeyRing, SealingKey } from "./keys";
import { registerKeys, storedKeyIds } from "./known-key-repository";
import { log } from "./log";
import { forget, once } from "./process-state.mjs";
import { StartupError } from "./startup-error";

export const newKey = (): string => randomBytes(32).toString("base64url");

export async function toSealingKey(text: string, source: string): Promise<SealingKey> {
  const secret = decodeKey(text, "sealing key", source);
  return { id: await calculateJwkThumbprint({ kty: "oct", k: Buffer.from(secret).toString("base64url") }), secret };
}

export async function toKeyRing(texts: readonly string[], source: string): Promise<KeyRing> {
  const keys = await Promise.all(texts.map((text) => toSealingKey(text, source)));
  const active = keys[0];
  if (!active) throw new KeyRingUnusable(`There is no sealing key in ${source}.`);
  const byId = new Map(keys.map((key) => [key.id, key]));
  if (byId.size < keys.length) throw new StartupError(`A sealing key is twice in ${source}.`);
  if (keys.some(({ secret }) => Buffer.from(secret).equals(fingerprintKey()))) {
    throw new StartupError(`A key in ${source} is the fingerprint key too. Each purpose needs a key of its own.`);
  }
  return { active, byId, source };
}

/** The ring as it is now, and nothing made or written. */
export async function readKeyRing(provider: KeyProvider = keyProvider()): Promise<KeyRing> {
  const texts = await provider.read();
  if (!texts) throw new KeyRingUnusable(`There is no sealing key: looked in ${provider.source}.`);
  return toKeyRing(texts, provider.source);
}

/** Throws where a key that sealed a stored value is missing: the app is then not ready and changes nothing. */
export function assertHolds(ring: KeyRing, ids: readonly string[]): void {
  const missing = ids.filter((id) => !ring.byId.has(id));
  if (missing.length === 0) return;
  throw new KeyRingUnusable(
    `key ${missing.join(", ")} is missing, which stored credentials are sealed with; looked in ${ring.source}. Put it back there, after the active one.`,
  );
}

async function openKeyRing(provider: KeyProvider): Promise<KeyRing> {
  const stored = await storedKeyIds();
  // Never where sealed rows exist: a new key could not open them, and would hide that the right one is missing.
  if (stored.length === 0 && provider.create && (await provider.read()) === undefined) {
    await provider.create([newKey()]).catch((error: NodeJS.ErrnoException) => {
      // Another process made one in this moment.
      if (error.code !== "EEXIST") throw error;
    });
  }
  const texts = await provider.read();
  if (!texts) {
    const needed = stored.length > 0 ? `key ${stored.join(", ")} is missing` : "there is no sealing key";
    const orSet = provider.kind === "file" ? ", or set SEALING_KEY" : "";
    throw new KeyRingUnusable(`${needed}; looked in ${provider.source}. Put the file back${orSet}.`);
  }
  const ring = await toKeyRing(texts, provider.source);
  assertHolds(ring, stored);
  await registerKeys(ring, stored);
  return ring;
}

/** How long a ring counts as new without a look at its source, in milliseconds. */
const LOOK_MS = 2000;
const RETRY_MS = 2000;

type Held = { ring: KeyRing; version: string; lookedAt: number };
type State = { held?: Held; opening?: Promise<KeyRing> | undefined; failed?: { error: unknown; at: number } };

const stateOfProcess = () => once("key ring", (): State => ({}));

/** Forgets what was read: the next look is at the source. For who changed it, and for tests. */
export function forgetKeyRing(): void {
  forget("key ring");
}

async function look(needed: string | undefined): Promise<KeyRing> {
  const state = stateOfProcess();
  const { held, failed } = state;
  // A KMS that is away is not asked by every request anew.
  if (failed && Date.now() - failed.at < RETRY_MS) throw failed.error;
  const provider = keyProvider();
  const version = provider.version();
  if (held && version === held.version) {
    held.lookedAt = Date.now();
    return held.ring;
  }
  try {
    const ring = await openKeyRing(provider);
    // The version from before: where the source changed while it was read, the next look reads it again.
    state.held = { ring, version, lookedAt: Date.now() };
    delete state.failed;
    return ring;
  } catch (error) {
    if (!held) {
      state.failed = { error, at: Date.now() };
      throw error;
    }
    // What is in memory still opens everything: a file that was half edited harms nobody who works now.
    held.lookedAt = Date.now();
    log.error(
      { reason: error instanceof Error ? error.message : "unknown", needed },
      "the changed keys are not usable",
    );
    return held.ring;
  }
}

/**
 * The ring of this process. Its source is looked at again every two seconds, and at once for a key that it lacks, so
 * that a key added by another process is there when its first value is. Throws KeyRingUnusable where a key that sealed
 * a stored value is missing: the app is then not ready, changes nothing, and tries again.
 * @param needed id of a key that a value names
 */
export function keyRing(needed?: string): Promise<KeyRing> {
  const state = stateOfProcess();
  const { held } = state;
  const isFresh = held !== undefined && Date.now() - held.lookedAt < LOOK_MS;
  if (held && isFresh && (needed === undefined || held.ring.byId.has(needed))) return Promise.resolve(held.ring);
  state.opening ??= look(needed).finally(() => {
    state.opening = undefined;
  });
  return state.opening;
}
