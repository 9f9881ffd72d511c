import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { stillMay } from "@/lib/auth/still-may";

/** Whoever asks for records: a person in a browser, or a program with a token. */
export type Reader = Principal;

/** Whether a reader may go on with a source that it began to read. */
export const stillMayRead = (reader: Reader, dataSourceId: string): Promise<boolean> =>
  stillMay(reader, "data-source:read", dataSourceId);
