import "server-only";
import { lookOf, tellApart } from "@/lib/platform/tell-apart";
import { listPeople } from "./audit-options-repository";
import { actorWords } from "./audit-words";

/** What the trail calls those that are no people. */
const NOBODY: ReadonlySet<string> = new Set(["unknown", ""].map((id) => lookOf(actorWords(id, null))));
const JOB = lookOf(actorWords("job:", null));

/** What everyone in the trail and in the workspace is called. */
export async function actorNames(workspaceId: string): Promise<ReadonlyMap<string, string>> {
  return tellApart(await listPeople(workspaceId), (look) => NOBODY.has(look) || look.startsWith(JOB));
}
