import "server-only";
import { listTokenNames } from "@/lib/auth/tokens/token-repository";
import { TOKEN_ACTOR, tokenIdsAmong, tokenWords } from "@/lib/auth/tokens/token-words";
import { lookOf, tellApart } from "@/lib/platform/tell-apart";
import { listActors, listPeople } from "./audit-options-repository";
import { actorWords } from "./audit-words";

/** What the trail calls those that are no people. */
const NOBODY: ReadonlySet<string> = new Set(["unknown", TOKEN_ACTOR, ""].map((id) => lookOf(actorWords(id, null))));
const JOB = lookOf(actorWords("job:", null));
const TOKEN = lookOf(tokenWords("").slice(0, -1));

/** Enough of an id to tell two tokens apart that have one name. */
const ID_SHOWN = 6;

/** The tokens among these actors. One that has another's name has the end of its id beside it. */
async function namesOfTokens(workspaceId: string, actorIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = tokenIdsAmong(actorIds);
  const tokens = ids.length > 0 ? await listTokenNames(workspaceId, ids) : [];
  return tellApart(
    tokens.map(({ id, name }) => ({
      id: `${TOKEN_ACTOR}${id}`,
      name: tokenWords(name),
      email: id.slice(-ID_SHOWN),
    })),
  );
}

/** What everyone in the trail and in the workspace is called, and every token in the trail. */
export async function actorNames(workspaceId: string): Promise<ReadonlyMap<string, string>> {
  const ids = await listActors(workspaceId);
  const [people, tokens] = await Promise.all([listPeople(workspaceId, ids), namesOfTokens(workspaceId, ids)]);
  const isNobodys = (look: string) => NOBODY.has(look) || look.startsWith(JOB) || look.startsWith(TOKEN);
  return new Map([...tellApart(people, isNobodys), ...tokens]);
}
