import "server-only";
import { prisma } from "@/lib/platform/database";
import { listTokenNames } from "./tokens/token-repository";
import { TOKEN_ACTOR, tokenIdsAmong, tokenWords } from "./tokens/token-words";

/** What these actors are called now: people by their ids, and tokens of the workspace. Others are not in it. */
export async function findActorNames(
  workspaceId: string,
  actorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actorIds)];
  const tokenIds = tokenIdsAmong(ids);
  const [people, tokens] = await Promise.all([
    (await prisma()).user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    tokenIds.length > 0 ? listTokenNames(workspaceId, tokenIds) : [],
  ]);
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...tokens.map(({ id, name }) => [`${TOKEN_ACTOR}${id}`, tokenWords(name)] as const),
  ]);
}
