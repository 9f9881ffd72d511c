import * as z from "zod/mini";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";
import type { ErrorCode, ErrorDto } from "@/lib/platform/result-dto";
import { answer, count, named, type Same, say, text } from "./answer";
import { checkAnswer } from "./check";
import { duplicateAnswer } from "./credential";
import { problemCodes } from "./problem-codes";

const codes = Object.keys(problemCodes) as ErrorCode[];

const meanings = codes.map((code) => `- \`${code}\`: ${problemCodes[code]}`);

export const codeAnswer = z.enum(codes).register(z.globalRegistry, {
  id: "ProblemCode",
  description: `What programs go by.\n\n${meanings.join("\n")}`,
});

/** A refusal as the API answers it, by RFC 9457. */
type Problem = Pick<ErrorDto, "code" | "fields" | "blockers" | "retryAfterSeconds" | "correlationId" | "remedy"> & {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  verification?: VerificationResult;
  duplicate?: DuplicateDto;
};

export const problemAnswer = answer("Problem", "Why a request was refused (RFC 9457).", {
  type: text("A URN that names the kind of problem, as code does.", {
    examples: ["urn:latchkey:problem:not-found"],
  }),
  title: text("The code in words."),
  status: say(z.int().check(z.minimum(400), z.maximum(599)), "The HTTP status."),
  detail: text("A sentence for people; it never repeats what you sent."),
  instance: z.exactOptional(text("A URN that names this request, as Latchkey-Request-Id does.")),
  code: codeAnswer,
  fields: z.exactOptional(
    say(z.record(z.string(), z.string()), "Sentences by the path of what is wrong, for example values.apiKey."),
  ),
  blockers: z.exactOptional(
    say(z.array(named), "What's in the way, for example the data sources that use a credential."),
  ),
  retryAfterSeconds: z.exactOptional(count("Seconds to wait before the same request can succeed.")),
  verification: z.exactOptional(checkAnswer),
  duplicate: z.exactOptional(duplicateAnswer),
  correlationId: z.exactOptional(text("Names the line in the server's log.")),
  remedy: z.exactOptional(
    say(
      z.literal("browser-link"),
      "What a person can do at once: request an email with a link that lets this browser in.",
    ),
  ),
});
true satisfies Same<z.infer<typeof problemAnswer>, Problem>;
