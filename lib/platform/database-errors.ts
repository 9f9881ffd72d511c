import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { isOwn } from "./own-error";

/** The database cannot take a write now; nothing was changed. */
export class DatabaseUnavailable extends Error {
  static readonly kind: string = "DatabaseUnavailable";
  override readonly name = "DatabaseUnavailable";
  readonly code: string;

  constructor(code: "NO_SPACE") {
    super("The database cannot be written to.");
    this.code = code;
  }
}

/** By the name that the library gives it: the client that threw may be another bundle's. */
const known = (error: unknown, ...codes: string[]) =>
  error instanceof Error &&
  error.name === "PrismaClientKnownRequestError" &&
  codes.includes((error as Prisma.PrismaClientKnownRequestError).code);

/** P2002, and 23505 of a statement of our own: another row has this value already. */
export const isUniqueViolation = (error: unknown): boolean =>
  known(error, "P2002") || /\b23505\b/.test(driverCode(error));

/** P2003 and P2014: a row that is needed is missing, or is needed by another. */
export const isForeignKeyViolation = (error: unknown): boolean =>
  known(error, "P2003", "P2014") || /\b23001\b|\b23503\b/.test(driverCode(error));

/** P2034: the transaction lost against another one and can be tried again. */
export const isWriteConflict = (error: unknown): boolean =>
  known(error, "P2034") || /\b40001\b|\b40P01\b/.test(driverCode(error));

/** The SQLSTATE or socket code that the driver reported, however deep it is wrapped. */
function driverCode(error: unknown): string {
  const codes: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < 6 && typeof current === "object" && current !== null; depth += 1) {
    const { code, originalCode, cause, kind } = current as Record<string, unknown>;
    for (const value of [code, originalCode, kind]) if (typeof value === "string") codes.push(value);
    current = cause ?? (current as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  }
  return codes.join(" ");
}

const UNAVAILABLE =
  /\b(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|57P0[1-5]|08[0-9A-Z]{3}|53[0-9]{3}|57014|55P03|25P03|58030|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError|TooManyConnections)\b/;
/** What node-postgres throws without a class or a code. A test looks whether these are still its words. */
const UNAVAILABLE_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error|not queryable/i;

function messages(error: unknown): string {
  const parts: string[] = [];
  for (
    let current: unknown = error, depth = 0;
    current instanceof Error && depth < 6;
    current = current.cause, depth += 1
  )
    parts.push(current.message);
  return parts.join(" ");
}

/** The database did not answer, or not in time: nothing is known to be saved. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return (
    isOwn(error, DatabaseUnavailable) ||
    UNAVAILABLE.test(driverCode(error)) ||
    UNAVAILABLE_MESSAGE.test(messages(error))
  );
}
