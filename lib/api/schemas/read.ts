import * as z from "zod/mini";
import type { ReadDto, ReadReason, ReadWithCheckpointsDto } from "@/lib/reading/reads-dto";
import { answer, count, moment, type Same, say, text } from "./answer";

const reasons = [
  "refused",
  "gone",
  "rejected",
  "limited",
  "unavailable",
  "too-heavy",
  "unreadable",
  "repeated",
  "unordered",
  "unsteady",
  "ceiling",
  "led-away",
  "not-incremental",
  "budget",
  "not-allowed",
  "source-changed",
  "displaced",
  "unreadable-values",
  "internal",
] as const;
true satisfies Same<(typeof reasons)[number], ReadReason>;

export const readReasonAnswer = say(
  z.enum(reasons),
  "Why a read failed: what the provider said, or one of ours. budget: the provider's limits leave no room now. not-allowed: the token or its maker may read no more. source-changed: the source was changed or deleted meanwhile. displaced: another request continued the same read. unreadable-values: the stored values do not open. internal: a fault of this server.",
);

export const readAnswer = answer("Read", "A read of a data source's records.", {
  id: text("Its id."),
  dataSourceId: text("What was read."),
  status: say(
    z.enum(["running", "complete", "failed", "left", "lost"]),
    "How it is going, or how it ended. left: whoever read hung up. lost: the server that read is gone.",
  ),
  reason: z.exactOptional(readReasonAnswer),
  sentence: text("How it is going, in a sentence for people."),
  door: say(z.enum(["json", "ndjson"]), "Whether it leaves as pages or as lines."),
  by: text("The person, or the token's name."),
  records: count("Records handed out."),
  total: z.exactOptional(count("How many there are by the provider's own count.")),
  requests: count("Requests to the provider."),
  bytes: count("Bytes of records."),
  hidden: count("How often a value of the credential stood in what the provider sent, and was replaced."),
  gone: count("Of what is asked for one by one: how many the provider listed, and had no more."),
  startedAt: moment("When it began."),
  endedAt: z.exactOptional(moment("When it ended.")),
  since: z.exactOptional(moment("It read what changed since then.")),
  resume: z.exactOptional(moment("Where a later, incremental read begins (since=); of a complete one.")),
  behind: z.exactOptional(text("Key of the last record before what stopped it.")),
});
true satisfies Same<z.infer<typeof readAnswer>, ReadDto>;

const checkpointAnswer = answer("Checkpoint", "A place from which a read can be continued.", {
  records: count("How many records lie before it."),
  cursor: text("Goes into cursor= of the same source's records."),
});

export const readWithCheckpointsAnswer = answer("ReadWithCheckpoints", "A read, and where it can be continued.", {
  ...readAnswer.shape,
  checkpoints: say(z.array(checkpointAnswer), "The last places from which it can be continued, the latest first."),
});
true satisfies Same<z.infer<typeof readWithCheckpointsAnswer>, ReadWithCheckpointsDto>;

export const recordsPageAnswer = answer("RecordsPage", "A page of a data source's records.", {
  data: say(
    z.array(z.record(z.string(), z.unknown())),
    "Records as their provider sent them; the connector's schema of the endpoint names their fields.",
  ),
  next: say(z.nullable(z.string()), "The next page's address; null on the last one.", { format: "uri" }),
  resume: say(
    z.nullable(z.string()),
    "On the last page: where a later read of what changed begins (since=). Null before, and where the provider cannot say what changed.",
    { format: "date-time" },
  ),
  read: text("The id of the read that this page belongs to."),
});

export const recordLines = text("A record a line, as its provider sent it. Complete only where the stream ends well.");
