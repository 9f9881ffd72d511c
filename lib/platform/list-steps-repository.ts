import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { prisma } from "./database";
import { prepared } from "./prepared";

/** So many that an index finds are put in order; where there are more, the list is walked along for them. */
export const FEW = 1000;
/** So many rows are looked through before an index is asked: what many have is among them. */
export const NEAR = 2000;

type Steps = {
  /** A page from the next NEAR rows of the list. */
  near?: Prisma.Sql | undefined;
  /** A page of what an index finds, at most FEW + 1 of it, whose number each row has as `found`. */
  hits?: Prisma.Sql | undefined;
  /** A walk along the list, to its end if need be. */
  page: Prisma.Sql;
};

/**
 * The rows of one page: what many have is near in every order, and what few have is in an index. The planner cannot tell
 * which of them is asked for, so the first is tried before the second (docs/decisions/0037). `found` is how many there
 * are from here on, where that was found out by the way.
 */
export async function findInSteps<Row>(
  { near, hits, page }: Steps,
  take: number,
): Promise<{ rows: Row[]; found?: number }> {
  if (near) {
    const rows = await prepared<Row & object>(near);
    if (rows.length === take) return { rows };
  }
  if (hits) {
    // Planned for the very words and days.
    const rows = await (await prisma()).$queryRaw<(Row & { found: number })[]>(hits);
    const found = rows[0]?.found ?? 0;
    if (found <= FEW) return { rows, found };
  }
  return { rows: await prepared<Row & object>(page) };
}
