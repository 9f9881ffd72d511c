import * as z from "zod/mini";
import type { DataSourceDto, MovePreviewDto } from "@/lib/data-sources/data-source-dto";
import type { PreviewDto } from "@/lib/reading/preview-dto";
import { answer, count, flag, moment, named, type Same, say, text } from "./answer";
import { statusAnswer } from "./check";
import { readReasonAnswer } from "./read";

const parameterValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const usedCredentialAnswer = answer("UsedCredential", "The credential that a data source reads with.", {
  id: text("Its id."),
  name: text("Its name."),
  status: statusAnswer,
  verifiedAt: z.exactOptional(moment("When the provider accepted it last.")),
  failedAt: z.exactOptional(moment("When it turned FAILED; absent where it is not.")),
  unreadable: z.exactOptional(say(z.literal(true), "It's FAILED because the stored values can't be decrypted.")),
});

export const dataSourceAnswer = answer("DataSource", "Reads an endpoint of a connector with a credential.", {
  id: text("Its id."),
  name: text("Its name; no two in a workspace look alike."),
  connectorId: text("The id of its connector."),
  endpointId: text("What it reads: the id of an endpoint of the connector."),
  parameters: say(
    z.record(z.string(), parameterValue),
    "What the endpoint is read with, by the ids of its parameters.",
  ),
  credential: usedCredentialAnswer,
  createdByName: text("Who created it."),
  createdAt: moment("When it was created."),
  revision: count("Names this state of it: what its ETag says, and If-Match of a change."),
});
true satisfies Same<z.infer<typeof dataSourceAnswer>, DataSourceDto>;

const movedSourceAnswer = answer("MovedSource", "A data source that would be moved.", {
  ...named.shape,
  endpointId: text("What it reads."),
});

const moveTargetAnswer = answer("MoveTarget", "A credential that could take the place.", {
  ...named.shape,
  status: statusAnswer,
});

export const movePreviewAnswer = answer("MovePreview", "What uses a credential, and what could take its place.", {
  sources: say(z.array(movedSourceAnswer), "What uses it, a thousand at most."),
  targets: say(z.array(moveTargetAnswer), "Credentials of its type, by name; those that q finds where you asked."),
  hasMoreTargets: flag("Whether there are more than these."),
});
true satisfies Same<z.infer<typeof movePreviewAnswer>, MovePreviewDto>;

export const moveAnswer = answer("Move", "What a move came to.", {
  count: count("How many data sources were moved."),
  left: count("How many still use the credential they were moved from."),
});

const asked = {
  durationMs: count("How long the provider was asked, in milliseconds, waiting for a place included."),
  curl: text("The exact request, with placeholders where values of the credential go."),
};

const previewPageAnswer = answer("PreviewPage", "The first records that a data source would have.", {
  ...asked,
  kind: z.literal("page"),
  records: say(z.array(z.string()), "Each as the provider sent it, as JSON on one line; 25 at most."),
  total: z.exactOptional(count("How many there are in all, where the provider counts.")),
  hasMore: flag("Whether there are more than these."),
  hidden: count("How often a value of the credential stood in them, and was replaced."),
});

const previewFailedAnswer = answer("PreviewFailed", "Why there are no records to look at.", {
  ...asked,
  kind: z.literal("failed"),
  reason: readReasonAnswer,
  headline: text("What happened."),
  detail: text("Why."),
  nextStep: z.exactOptional(text("What to do.")),
  retryAfterSeconds: z.exactOptional(count("Seconds to wait before asking again.")),
});

export const previewAnswer = z
  .discriminatedUnion("kind", [previewPageAnswer, previewFailedAnswer])
  .register(z.globalRegistry, { id: "Preview", description: "What a look at a source's first records came to." });
true satisfies Same<z.infer<typeof previewAnswer>, PreviewDto>;

export const manifestText = text("A declarative manifest, as Airbyte's builder takes it.");
