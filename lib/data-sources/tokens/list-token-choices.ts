import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import { SOURCES_PER_TOKEN, TOKEN_SCOPES, type TokenChoicesDto } from "@/lib/auth/tokens/token-dto";
import { withNeeds } from "@/lib/auth/tokens/token-scopes-dto";
import { recordId } from "@/lib/platform/reference-schema";
import { findSourcesNamed, listSourcesByName } from "./token-sources-repository";

/** What *Create token* can choose among. @param asked the id of a data source from an address */
export async function listTokenChoices(actor: Member, asked?: unknown): Promise<TokenChoicesDto> {
  authorize(actor, "token:create");
  const { workspaceId } = actor;
  const id = recordId.safeParse(asked).data;
  const [found, chosen] = await Promise.all([
    listSourcesByName(workspaceId, SOURCES_PER_TOKEN + 1),
    id === undefined ? [] : findSourcesNamed(workspaceId, [id]),
  ]);
  const sources = found.slice(0, SOURCES_PER_TOKEN);
  const others = chosen.filter((one) => !sources.some((source) => source.id === one.id));
  const [first] = chosen;
  return {
    scopes: TOKEN_SCOPES.filter((scope) => withNeeds([scope]).every((needed) => can(actor, needed))),
    sources: [...others, ...sources],
    hasMore: found.length > SOURCES_PER_TOKEN,
    ...(first ? { chosenId: first.id } : {}),
  };
}
