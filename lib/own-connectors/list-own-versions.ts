import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { findActorNames } from "@/lib/auth/actor-names-repository";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { changedParts } from "./changed-parts";
import type { Definition } from "./definition-dto";
import type { OwnVersionPageDto } from "./own-connector-dto";
import { listVersionRows } from "./own-connector-repository";
import { versionPlace } from "./own-connector-schema";

const VERSIONS_SHOWN = 10;

const definitionOf = (row: { definition: string }) => JSON.parse(row.definition) as Definition;

/**
 * The versions of a connector, the newest first: who saved them, when, and what each changed.
 * @param after the version that the page begins behind; a link that was cut leads to the beginning
 */
export async function listOwnVersions(actor: Actor, id: unknown, after?: unknown): Promise<OwnVersionPageDto> {
  authorize(actor, "credential:list");
  const parsed = recordId.safeParse(id);
  if (!parsed.success) throw notFound("connector");
  const place = versionPlace.safeParse(after);
  const before = place.success ? Number(place.data) : undefined;
  // One more than is shown, which the last one shown is compared with.
  const rows = await listVersionRows(actor.workspaceId, { id: parsed.data, before, take: VERSIONS_SHOWN + 1 });
  if (rows.length === 0 && before === undefined) throw notFound("connector");
  const shown = rows.slice(0, VERSIONS_SHOWN);
  const names = await findActorNames(
    actor.workspaceId,
    shown.map(({ createdById }) => createdById),
  );
  const versions = shown.map((row, index) => {
    const last = rows[index + 1];
    const verification = last && last.isVerifiable !== row.isVerifiable ? (["verification"] as const) : [];
    return {
      number: row.number,
      at: row.createdAt.toISOString(),
      byName: names.get(row.createdById) ?? "A former member",
      changed: last ? [...changedParts(definitionOf(last), definitionOf(row)), ...verification] : [],
    };
  });
  const end = shown.at(-1);
  return { versions, ...(rows.length > VERSIONS_SHOWN && end ? { after: `${end.number}` } : {}) };
}
