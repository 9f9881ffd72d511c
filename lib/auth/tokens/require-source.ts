import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteSubject } from "@/lib/auth/attempt";
import { Refusal } from "@/lib/platform/errors";

/** The data sources that an actor is limited to, as only a token can be. */
export const sourcesFor = (actor: Actor): readonly string[] | "every" =>
  actor.kind === "token" ? actor.sourceIds : "every";

/** Refuses a token that is not for this data source, whether there is such a one or not. Of people it asks nothing. */
export function requireSource(actor: Actor, dataSourceId: string): void {
  const sources = sourcesFor(actor);
  if (sources === "every" || sources.includes(dataSourceId)) return;
  noteSubject(actor, { id: dataSourceId, name: "" });
  throw new Refusal("SOURCE_NOT_GRANTED", "This token isn't for this data source.");
}
