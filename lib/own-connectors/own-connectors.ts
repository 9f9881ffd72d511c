import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { findActorNames } from "@/lib/auth/actor-names-repository";
import { authorize, can } from "@/lib/auth/permissions";
import { customHost, hasCustomHosts } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import type { Definition } from "./definition-dto";
import type { Confirmation, OwnConnectorDto } from "./own-connector-dto";
import { findOwnRow, listOwnRows, type OwnConnectorRow } from "./own-connector-repository";

type Names = ReadonlyMap<string, string>;
const nameOf = (names: Names, id: string) => names.get(id) ?? "A former member";

function confirmationOf(actor: Actor, row: OwnConnectorRow, host: string, names: Names): Confirmation {
  const { confirmedAt, confirmedById, createdById } = row;
  if (confirmedAt !== null)
    return { state: "confirmed", byName: nameOf(names, confirmedById ?? ""), at: confirmedAt.toISOString() };
  if (customHost(host)?.isListed) return { state: "not-needed" };
  return { state: "needed", canConfirm: can(actor, "connector:define") && createdById !== actor.userId };
}

function toDto(actor: Actor, row: OwnConnectorRow, names: Names): OwnConnectorDto {
  const definition = JSON.parse(row.definition) as Definition;
  const say = customHost(definition.host);
  return {
    id: row.id,
    version: row.version,
    definition,
    isVerifiable: row.isVerifiable,
    definedByName: nameOf(names, row.createdById),
    definedAt: row.createdAt.toISOString(),
    ...(row.version === 1
      ? {}
      : { changed: { byName: nameOf(names, row.changedById), at: row.changedAt.toISOString() } }),
    confirmation: confirmationOf(actor, row, definition.host, names),
    isAllowed: say !== undefined,
    ...(say?.address === undefined ? {} : { redirectedTo: say.address }),
  };
}

async function toDtos(actor: Actor, rows: OwnConnectorRow[]): Promise<OwnConnectorDto[]> {
  if (rows.length === 0) return [];
  const ids = rows.flatMap((row) => [row.createdById, row.changedById, row.confirmedById ?? []].flat());
  const names = await findActorNames(actor.workspaceId, ids);
  return rows.map((row) => toDto(actor, row, names));
}

/** Whether the actor can define a connector of the workspace's own: the operator allows any, and their role does. */
export const mayDefine = (actor: Actor): boolean => hasCustomHosts() && can(actor, "connector:define");

/** The connectors that the workspace defined, the oldest first. Whoever sees credentials sees what they are for. */
export async function listOwnConnectors(actor: Actor): Promise<OwnConnectorDto[]> {
  authorize(actor, "credential:list");
  return toDtos(actor, await listOwnRows(actor.workspaceId));
}

/** One of them. */
export async function getOwnConnector(actor: Actor, id: unknown): Promise<OwnConnectorDto> {
  authorize(actor, "credential:list");
  const parsed = recordId.safeParse(id);
  const row = parsed.success ? await findOwnRow(actor.workspaceId, parsed.data) : undefined;
  const [dto] = row ? await toDtos(actor, [row]) : [];
  if (!dto) throw notFound("connector");
  return dto;
}
