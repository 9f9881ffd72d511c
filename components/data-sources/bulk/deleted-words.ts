import { counted } from "@/lib/platform/counted-dto";

/** What *Delete selected* came to, where `asked` were named: "2 data sources deleted. 1 was already deleted." */
export function deletedWords(asked: number, deleted: number): string {
  // Someone else was faster.
  if (deleted === 0) return "There was nothing left to delete.";
  const done = `${counted(deleted, "data source")} deleted.`;
  const gone = asked - deleted;
  return gone === 0 ? done : `${done} ${counted(gone, "was", "were")} already deleted.`;
}
