import { counted } from "@/lib/platform/counted-dto";

/** What a move came to, in a sentence: "1 data source now uses “Sales US”. 2 still use “Sales EU”." */
export function movedWords(
  { count, left }: { count: number; left: number },
  { from, to }: { from: string; to: string },
): string {
  const moved = `${counted(count, "data source now uses", "data sources now use")} “${to}”.`;
  return left === 0 ? moved : `${moved} ${counted(left, "still uses", "still use")} “${from}”.`;
}
