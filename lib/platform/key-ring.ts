import "server-only";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { calculateJwkThumbprint } from "jose";
import { prisma } from "./database";
import { env } from "./env";
import { log } from "./log";
import { StartupError } from "./startup-error";

export type SealingKey = {
  /** RFC 7638 thumbprint. */
  id: string;
  /** 32 bytes. */
  secret: Uint8Array;
};

export type KeyRing = {
  active: SealingKey;
  /** Every key by id, the active one included. */
  byId: ReadonlyMap<string, SealingKey>;
  /** Where the keys came from, for messages. */
  source: string;
};

export class KeyRingUnusable extends Error {
  override readonly name = "KeyRingUnusable";
}

function decodeKey(text: string, source: string): Uint8Array {
  const secret = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  if (secret.length !== 32) throw new StartupError(`A sealing key in ${source} is not 32 bytes long.`);
  if (new Set(secret).size < 8) throw new StartupError(`A sealing key in ${source} is not random.`);
  return secret;
}

async function toKeyRing(texts: string[], source: string): Promise<KeyRing> {
  const keys = await Promise.all(
    texts.map(async (text) => {
      const secret = decodeKey(text, source);
      return { id: await calculateJwkThumbprint({ kty: "oct", k: Buffer.from(secret).toString("base64url") }), secret };
    }),
  );
  const active = keys[0];
  if (!active) throw new KeyRingUnusable(`There is no sealing key in ${source}.`);
  return { active, byId: new Map(keys.map((key) => [key.id, key])), source };
}

const lines = (text: string) => text.split(/[\s,]+/).filter(Boolean);

function readKeyFile(file: string): string[] | undefined {
  let text: string;
  try {
    text = readFileSync(/* turbopackIgnore: true */ file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new KeyRingUnusable(
      `The sealing key file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) {
    log.warn({ file }, "the sealing key file can be read by other users: set its mode to 0600");
  }
  return lines(text);
}

/**
 * Opens the ring of sealing keys: the environment first, then the file of the operator, then the one made here.
 * The first key is active, those after it only open what they sealed.
 * @param mayCreate whether a key may be made where there is none. Never where sealed rows exist: a new key could not
 *   open them and would hide that the right one is missing.
 */
async function openKeyRing(mayCreate: () => Promise<boolean>): Promise<KeyRing> {
  const { SEALING_KEY, SEALING_KEY_FILE, DATA_DIR } = env();
  if (SEALING_KEY) return toKeyRing(lines(SEALING_KEY), "SEALING_KEY");
  const file = SEALING_KEY_FILE ?? path.join(DATA_DIR, "keys", "sealing.key");
  const found = readKeyFile(file);
  if (found) return toKeyRing(found, file);
  if (SEALING_KEY_FILE || !(await mayCreate())) {
    throw new KeyRingUnusable(`The sealing key file ${file} is missing. Put it back, or set SEALING_KEY.`);
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // "wx": a key that another process made in this moment is never overwritten.
  writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  log.warn({ file }, "made a new sealing key. Back this file up: without it no stored credential can be opened");
  return toKeyRing(readKeyFile(file) ?? [], file);
}

const store = globalThis as typeof globalThis & { latchkeyKeyRing?: Promise<KeyRing> };

/** The ids of the keys that sealed what is stored. */
async function storedKeyIds(): Promise<string[]> {
  const rows = await (await prisma()).credentialVersion.groupBy({ by: ["keyId"] });
  // A destroyed version has none.
  return rows.flatMap(({ keyId }) => keyId ?? []);
}

/**
 * The ring of this process. Throws KeyRingUnusable where a key that sealed a stored value is missing: the app is then
 * not ready, changes nothing, and tries again at the next call.
 */
export function keyRing(): Promise<KeyRing> {
  store.latchkeyKeyRing ??= (async () => {
    const stored = await storedKeyIds();
    const ring = await openKeyRing(async () => stored.length === 0);
    const missing = stored.filter((id) => !ring.byId.has(id));
    if (missing.length > 0) {
      throw new KeyRingUnusable(
        `Stored credentials were sealed with key ${missing.join(", ")}, which is not in ${ring.source}.`,
      );
    }
    return ring;
  })().catch((error: unknown) => {
    delete store.latchkeyKeyRing;
    throw error;
  });
  return store.latchkeyKeyRing;
}
