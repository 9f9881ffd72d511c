import type { StopReason } from "./read-dto";

/** How a read is going, or how it ended. */
export type ReadStatus = "running" | "complete" | "failed" | "left" | "lost";

/**
 * Why a read failed: what the provider said, or one of ours. `budget`: the provider's limits leave no room now.
 * `not-allowed`: the token or its maker may read no more. `source-changed`: the source was changed or deleted meanwhile.
 * `displaced`: the same read was continued by another request. `unreadable-values`: the stored values do not open.
 * `internal`: a fault of this server.
 */
export type ReadReason =
  | StopReason
  | "budget"
  | "not-allowed"
  | "source-changed"
  | "displaced"
  | "unreadable-values"
  | "internal";

/** A read as a page or a program may know it. Times are ISO 8601. */
export type ReadDto = {
  id: string;
  dataSourceId: string;
  status: ReadStatus;
  reason?: ReadReason;
  /** How it is going, in a sentence for people. */
  sentence: string;
  door: "json" | "ndjson";
  /** The person, or the token's name. */
  by: string;
  /** Records handed out, of so many by the provider's own count. */
  records: number;
  total?: number;
  /** Requests to the provider, and bytes of records. */
  requests: number;
  bytes: number;
  /** How often a value of the credential stood in what the provider sent, and was replaced. */
  hidden: number;
  /** Of what is asked for one by one: how many the provider listed, and had no more. */
  gone: number;
  startedAt: string;
  endedAt?: string;
  /** It read what changed since then. */
  since?: string;
  /** Where a later, incremental read begins (`since=`); of a complete one. */
  resume?: string;
  /** Key of the last record before what stopped it. */
  behind?: string;
};

/** The last places from which it can be continued, the latest first: `cursor=` of the same source's records. */
export type ReadWithCheckpointsDto = ReadDto & { checkpoints: { records: number; cursor: string }[] };

/** A page of reads, the newest first; `after` is the cursor of the next one. */
export type ReadPageDto = { reads: ReadDto[]; after?: string };

/** One day of a source's reads, UTC. */
export type ReadDayDto = { day: string; records: number; complete: number; failed: number };
