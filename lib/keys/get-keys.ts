import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorizeForInstallation } from "@/lib/auth/authorize-for-installation";
import { keyProvider } from "@/lib/platform/key-provider";
import { keyRing, readKeyRing } from "@/lib/platform/key-ring";
import { findKnownKeys } from "@/lib/platform/known-key-repository";
import { countVersionsByKey, nameUnreadable } from "./key-repository";
import type { KeyDto, KeysDto } from "./keys-dto";
import { findLastRotation, toKeyRotationDto, unreadableOf } from "./rotation-repository";

const MAX_SHOWN = 100;

/** Every key that the ring holds, the database knows or a version names, with what it seals. */
export async function getKeys(actor: Actor): Promise<KeysDto> {
  await authorizeForInstallation(actor, "keys:read");
  const provider = keyProvider();
  // The ring in memory, so that no look asks a KMS; first, because opening it writes down what is seen for the first
  // time. Without a usable one, what is at the source.
  const ring = await keyRing().catch(() => readKeyRing(provider));
  const [known, counts, last] = await Promise.all([findKnownKeys(), countVersionsByKey(), findLastRotation()]);
  const rows = new Map(known.map((row) => [row.id, row]));
  const stateOf = (id: string): KeyDto["state"] => {
    if (id === ring.active.id) return "active";
    if (ring.byId.has(id)) return rows.get(id)?.activatedAt || counts.has(id) ? "older" : "standby";
    return rows.get(id)?.retiredAt ? "retired" : "missing";
  };
  const keys = [...new Set([...ring.byId.keys(), ...counts.keys(), ...rows.keys()])].map((id): KeyDto => {
    const row = rows.get(id);
    return {
      id,
      state: stateOf(id),
      versions: counts.get(id) ?? 0,
      createdAt: (row?.createdAt ?? new Date()).toISOString(),
      ...(row?.backupConfirmedAt ? { backupConfirmedAt: row.backupConfirmedAt.toISOString() } : {}),
      ...(row?.retiredAt ? { retiredAt: row.retiredAt.toISOString() } : {}),
    };
  });
  const workspaceId = actor.kind === "job" ? undefined : actor.workspaceId;
  const unreadable = last ? await nameUnreadable(unreadableOf(last), workspaceId) : [];
  return {
    source: ring.source,
    canWrite: provider.write !== undefined,
    // A key that was in the ring once, sealed nothing and is gone is of no interest.
    keys: keys.filter(({ state, versions }) => state !== "missing" || versions > 0),
    ...(last ? { rotation: toKeyRotationDto(last) } : {}),
    unreadable: unreadable.slice(0, MAX_SHOWN),
  };
}
