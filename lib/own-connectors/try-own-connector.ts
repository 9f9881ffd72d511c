import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import { askForRefusal } from "./ask-for-refusal";
import type { Definition } from "./definition-dto";
import type { TryDto } from "./own-connector-dto";
import { tryInput } from "./own-connector-schema";
import { requireHost } from "./require-host";

/** *Try*: whether the host of a definition refuses who has no key and who has a wrong one. Stores nothing. */
export async function tryOwnConnector(actor: Actor, input: unknown, signal?: AbortSignal): Promise<TryDto> {
  authorize(actor, "connector:define");
  requireRecentSignIn(actor);
  const definition = parseInput(tryInput, input).definition as Definition;
  requireHost(definition.host);
  return askForRefusal(actor, definition, signal);
}
