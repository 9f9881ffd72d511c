import "server-only";
import { type Principal, personIdOf } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import type { TokenDto, TokenPageDto, TokenValueDto } from "@/lib/auth/tokens/token-dto";
import { listTokenRows, type TokenRow } from "@/lib/auth/tokens/token-repository";
import { scopesOf } from "@/lib/auth/tokens/token-scopes-dto";
import { momentPageInput } from "@/lib/platform/moment-page";
import { parseInput } from "@/lib/platform/to-error-dto";
import { findSourcesNamed } from "./token-sources-repository";

const PAGE = 50;

const toValueDto = ({ hint, createdAt, endsAt, usedAt, usedFrom }: TokenRow["values"][number]): TokenValueDto => ({
  hint,
  createdAt: createdAt.toISOString(),
  ...(endsAt === null ? {} : { endsAt: endsAt.toISOString() }),
  ...(usedAt === null ? {} : { usedAt: usedAt.toISOString() }),
  ...(usedFrom === null ? {} : { usedFrom }),
});

function sourcesOf({ everySource, sourceIds }: TokenRow, names: ReadonlyMap<string, string>): TokenDto["sources"] {
  if (everySource) return "every";
  const listed = sourceIds.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  return { listed, gone: sourceIds.length - listed.length };
}

function toDto(row: TokenRow, you: string, names: ReadonlyMap<string, string>): TokenDto {
  const { id, name, makerId, maker, createdAt, expiresAt, values } = row;
  return {
    ...{ id, name },
    scopes: scopesOf(row),
    isYours: makerId === you,
    makerName: maker.name,
    sources: sourcesOf(row, names),
    createdAt: createdAt.toISOString(),
    ...(expiresAt === null ? {} : { expiresAt: expiresAt.toISOString() }),
    isExpired: expiresAt !== null && expiresAt <= new Date(),
    values: values.map(toValueDto),
  };
}

/** A page of one's own tokens, as a token of those of who made it, or of everyone's with the right to manage them: those that nobody revoked. */
export async function listTokens(actor: Principal, page: Record<string, unknown> = {}): Promise<TokenPageDto> {
  authorize(actor, "token:list");
  const { workspaceId } = actor;
  const you = personIdOf(actor);
  const makerId = can(actor, "token:manage") ? undefined : you;
  const { rows, ...next } = await listTokenRows(workspaceId, {
    makerId,
    page: parseInput(momentPageInput, page),
    size: PAGE,
  });
  const ids = [...new Set(rows.flatMap(({ sourceIds }) => sourceIds))];
  const names = new Map((await findSourcesNamed(workspaceId, ids)).map((source) => [source.id, source.name]));
  return { tokens: rows.map((row) => toDto(row, you, names)), ...next };
}
