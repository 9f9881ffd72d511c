import type { ReadReason } from "./reads-dto";

/** At most so many records are shown of what a source would read. */
export const PREVIEW_RECORDS = 25;

/** What a look at a source's first records came to. Nothing of it is kept. */
export type PreviewDto = {
  /** How long the provider was asked, in milliseconds, waiting for a place among its requests included. */
  durationMs: number;
  /** The exact request, with placeholders where values of the credential go. */
  curl: string;
} & (
  | {
      kind: "page";
      /** Each as the provider sent it, as JSON on one line. */
      records: string[];
      /** How many there are in all, where the provider counts. */
      total?: number;
      /** There are more than these. */
      hasMore: boolean;
      /** How often a value of the credential stood in them, and was replaced. */
      hidden: number;
    }
  | {
      kind: "failed";
      reason: ReadReason;
      /** What happened, why, and what to do: as a check says it. */
      headline: string;
      detail: string;
      nextStep?: string;
      retryAfterSeconds?: number;
    }
);
