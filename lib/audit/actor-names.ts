import "server-only";
import { skeleton } from "@/lib/platform/name-keys";
import { listPeople } from "./audit-options-repository";
import { actorWords } from "./audit-words";

const lookOf = (words: string) => skeleton(words).toLowerCase();
/** What the trail calls those that are no people. */
const NOBODY: ReadonlySet<string> = new Set(["unknown", ""].map((id) => lookOf(actorWords(id, null))));
const JOB = lookOf(actorWords("job:", null));

/**
 * What everyone in the trail and in the workspace is called. People choose their names, and two may have the same; so
 * the address stands beside one that reads like another's, or like nobody's.
 */
export async function actorNames(workspaceId: string): Promise<ReadonlyMap<string, string>> {
  const people = await listPeople(workspaceId);
  const looks = people.map(({ name }) => lookOf(name));
  const bearers = new Map<string, number>();
  for (const look of looks) bearers.set(look, (bearers.get(look) ?? 0) + 1);
  return new Map(
    people.map(({ id, name, email }, index) => {
      const look = looks[index] ?? "";
      const isAlone = bearers.get(look) === 1 && !NOBODY.has(look) && !look.startsWith(JOB);
      return [id, isAlone ? name : `${name} (${email})`];
    }),
  );
}
