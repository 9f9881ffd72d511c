import "server-only";
import { RECORD_ID } from "@/lib/platform/reference-schema";

/** Parameters that many operations have. */
export const parameters = {
  Id: {
    ...{ name: "id", in: "path", required: true, description: "Its id." },
    schema: { type: "string", pattern: RECORD_ID.source },
  },
  IfMatch: {
    ...{ name: "If-Match", in: "header", required: true },
    description: "The `ETag` of the state you saw, so you never overwrite a change you haven't seen.",
    schema: { type: "string" },
    example: '"7"',
  },
  IdempotencyKey: {
    ...{ name: "Idempotency-Key", in: "header", required: false },
    description:
      "Your own text, up to 255 characters, one for each thing you create. Sent again within a day, it creates nothing twice.",
    schema: { type: "string", minLength: 1, maxLength: 257 },
    example: '"7b0c7a6e-0f5a-4a52-9a1e-2f0c8f1d4c11"',
  },
} as const;

const text = (name: string, description: string) => ({ name, description, schema: { type: "string" } });

/** Headers of answers, by their names among the components. */
export const headers = {
  RequestId: text("Latchkey-Request-Id", "Names this request to the server's operator."),
  ETag: text("ETag", "Names this state: send it as If-Match."),
  Link: text("Link", 'Leads to the next page, rel="next"; absent on the last one.'),
  Location: text("Location", "Where the new thing is."),
  IdempotencyReplayed: text("Idempotency-Replayed", "`true`: it was created by an earlier request with this key."),
  RateLimit: text("RateLimit", "How many requests the token has left, and the seconds until it gets more."),
  RateLimitPolicy: text("RateLimit-Policy", "How many requests a token has in how many seconds."),
} as const;
