import type { ActionResult } from "@/lib/platform/result-dto";

type Source = { id: string; credential: { id: string } };

/** What was moved; or why which of them stood in the way, by their ids. None of them: it was something else. */
export type Moved = "moved" | ReadonlyMap<string, string>;

/** Why which of the sources that were to move stood in the way, as the server names them by their places. */
export function readObstacles(
  result: ActionResult<unknown>,
  sourceIds: readonly string[],
): ReadonlyMap<string, string> {
  const fields = result.ok ? {} : (result.error.fields ?? {});
  return new Map(
    sourceIds.flatMap((id, index): [string, string][] => {
      const reason = fields[`sourceIds.${index}`];
      return reason === undefined ? [] : [[id, reason]];
    }),
  );
}

type Course = {
  /** Moves all of them that use one credential, or none. */
  move: (credentialId: string, sourceIds: string[]) => Promise<Moved>;
  onMoved: (sourceIds: string[]) => void;
  onObstacles: (obstacles: ReadonlyMap<string, string>) => void;
};

/**
 * Has sources use another credential, all that use the same one at a time. What someone else moved or deleted meanwhile
 * is told, and the others of its group move without it. False where something else ended it: what was not told of is as
 * it was.
 */
export async function changeSeveral(
  sources: readonly Source[],
  { move, onMoved, onObstacles }: Course,
): Promise<boolean> {
  const groups = new Map<string, string[]>();
  for (const { id, credential } of sources) groups.set(credential.id, [...(groups.get(credential.id) ?? []), id]);
  for (const [credentialId, all] of groups) {
    for (let ids = all; ids.length > 0; ) {
      const moved = await move(credentialId, ids);
      if (moved === "moved") {
        onMoved(ids);
        break;
      }
      if (moved.size === 0) return false;
      onObstacles(moved);
      ids = ids.filter((id) => !moved.has(id));
    }
  }
  return true;
}
