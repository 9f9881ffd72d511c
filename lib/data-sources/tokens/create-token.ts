import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { TOKENS_PER_PERSON, type TokenScope, type TokenShownOnceDto } from "@/lib/auth/tokens/token-dto";
import { newTokenValue } from "@/lib/auth/tokens/token-form";
import { insertToken } from "@/lib/auth/tokens/token-repository";
import { newToken } from "@/lib/auth/tokens/token-schema";
import { isForSources, withNeeds } from "@/lib/auth/tokens/token-scopes-dto";
import { DAY_MS } from "@/lib/platform/day-ms";
import { Refusal } from "@/lib/platform/errors";
import { randomId } from "@/lib/platform/random-id";
import { parseInput } from "@/lib/platform/to-error-dto";
import { findSourcesNamed } from "./token-sources-repository";

/** The ids, each once. Throws a refusal where one is no data source of the workspace. */
async function requireSources({ workspaceId }: Member, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if ((await findSourcesNamed(workspaceId, wanted)).length === wanted.length) return wanted;
  throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
    fields: { sources: "One of these data sources doesn't exist, or no longer does. Reload the page." },
  });
}

/** What it is for, with what that needs. Throws a refusal where that is more than chosen data sources can have. */
function requireScopes(actor: Member, asked: readonly TokenScope[], everySource: boolean): TokenScope[] {
  const scopes = withNeeds(asked);
  for (const scope of scopes) authorize(actor, scope);
  if (everySource || isForSources(scopes)) return scopes;
  throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
    fields: { sources: "You can limit only seeing and reading to some data sources. Choose all of them." },
  });
}

/**
 * Creates a token for a program, which may then do what it is for as long as its maker may. Without scopes it reads. Its value is in the
 * answer and nowhere else. An answer that was lost takes no second form: the token is in the list, and rotating it shows
 * another value.
 */
export async function createToken(actor: Member, input: unknown): Promise<TokenShownOnceDto> {
  authorize(actor, "token:create");
  requireRecentSignIn(actor);
  const { name, scopes: asked, sources, expiresInDays } = parseInput(newToken, input);
  const everySource = sources === "every";
  const scopes = requireScopes(actor, asked, everySource);
  const sourceIds = everySource ? [] : await requireSources(actor, sources);
  const expiresAt = expiresInDays === "never" ? null : new Date(Date.now() + expiresInDays * DAY_MS);
  const value = newTokenValue();
  const token = { id: randomId(), name, scopes, everySource, sourceIds, expiresAt };
  if (!(await insertToken(actor, token, value))) {
    throw new Refusal(
      "TOO_MANY_TOKENS",
      `You have ${TOKENS_PER_PERSON} tokens here, the most one person can have. Revoke one first.`,
    );
  }
  return { id: token.id, name, value: value.value };
}
