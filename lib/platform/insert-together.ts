import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { preparedWrite } from "./prepared";

type Model = Prisma.ModelName;
type Columns<M extends Model> = Exclude<
  Prisma.TypeMap["model"][M]["operations"]["createMany"]["args"]["data"],
  readonly unknown[]
>;
/** A time with a default must be named: the database's own default is the clock of its session's time zone. */
type TimeWithDefault<T> = {
  [K in keyof T]-?: null extends T[K] ? never : Date extends Exclude<T[K], undefined> ? K : never;
}[keyof T];

/** A row to insert, its columns as Prisma types them. */
export type NewRow<M extends Model = Model> = M extends Model
  ? { into: M; row: Columns<M> & Required<Pick<Columns<M>, TimeWithDefault<Columns<M>>>> }
  : never;

const identifier = (name: string) => Prisma.raw(`"${name.replaceAll('"', '""')}"`);

/**
 * The statement that inserts a row for each that `from` finds.
 * @param taken values that are taken from there: columns by name
 */
export function insertionFrom(
  { into, row }: NewRow,
  from: Prisma.Sql,
  taken: Record<string, Prisma.Sql> = {},
): Prisma.Sql {
  const columns = Object.entries({ ...row, ...taken }).filter(([, value]) => value !== undefined);
  const names = Prisma.join(columns.map(([name]) => identifier(name)));
  return Prisma.sql`INSERT INTO ${identifier(into)} (${names}) SELECT ${Prisma.join(columns.map(([, value]) => value))} ${from}`;
}

/**
 * Inserts all rows or none, as one statement and so one transaction: one way to the database and back instead of one
 * for each row, the beginning and the end. Throws what a transaction would throw; one that lost against another is
 * tried again. References between the rows are checked at its end, in whichever order they are named.
 *
 * Name the audit row last. It locks the workspace's trail, and everyone takes that lock after all others. PostgreSQL
 * carries out the main statement first and then the WITH queries from the last to the first, hence the order below;
 * only how long locks are held, never what is stored, depends on it.
 *
 * @param onlyIf a query: where it finds no row, nothing is inserted
 * @returns whether they were inserted
 */
export async function insertTogether([first, ...others]: [NewRow, ...NewRow[]], onlyIf?: Prisma.Sql): Promise<boolean> {
  const condition = onlyIf ? Prisma.sql`WHERE EXISTS (SELECT FROM "condition")` : Prisma.empty;
  const steps = [
    ...(onlyIf ? [Prisma.sql`"condition" AS MATERIALIZED (${onlyIf})`] : []),
    ...others
      .reverse()
      .map((row, index) => Prisma.sql`${identifier(`row${index}`)} AS (${insertionFrom(row, condition)})`),
  ];
  const together = steps.length > 0 ? Prisma.sql`WITH ${Prisma.join(steps)} ` : Prisma.empty;
  const inserted = await preparedWrite(Prisma.sql`${together}${insertionFrom(first, condition)} RETURNING 1`);
  return inserted.length > 0;
}
