import * as z from "zod/mini";
import { DEFINED_AT_MOST } from "./definition-dto";
import { headerNameFlaw, isOwnKey, pathFlaw, placeFlaw, queryNameFlaw } from "./request-flaws";
import { judged, list, part, whole, words } from "./schema-parts";

const place = judged(200, placeFlaw, "A place");
const parameterName = judged(64, queryNameFlaw, "A parameter's name");
const pageSize = part(
  {
    parameter: parameterName,
    default: whole("A page's size", 1, 10_000),
    max: whole("A page's size", 1, 10_000),
    min: whole("A page's size", 1, 10_000),
  },
  "page size",
);
const size = z.optional(pageSize);
const counts = { more: z.optional(place), ends: z.optional(place), total: z.optional(place) };
const answerPlace = z.union(
  [part({ body: place }, "place"), part({ header: judged(64, headerNameFlaw, "A header's name") }, "place")],
  "Where the next page is said: keys with dots between, or a header. It's followed on this connector's host only.",
);
const paging = z.discriminatedUnion(
  "kind",
  [
    part({ kind: z.literal("none"), ...counts }, "paging"),
    part(
      {
        kind: z.literal("offset"),
        parameter: parameterName,
        size: pageSize,
        ...counts,
      },
      "paging",
    ),
    part(
      { kind: z.literal("page"), parameter: parameterName, first: whole("The first page", 0, 1), size, ...counts },
      "paging",
    ),
    part({ kind: z.literal("token"), at: answerPlace, parameter: parameterName, size, ...counts }, "paging"),
    part({ kind: z.literal("link"), at: answerPlace, size, ...counts }, "paging"),
  ],
  { error: "Pages are none, by offset, by number, by token or by link." },
);

const ENDPOINT_ID = "An endpoint's id has small letters, digits and hyphens only, at most 60.";
const endpointId = judged(60, (id) => (/^[a-z][a-z0-9-]*$/.test(id) && !isOwnKey(id) ? undefined : ENDPOINT_ID));
export const endpoint = part(
  {
    id: endpointId,
    name: words("Name", 60, true),
    summary: words("Summary", 200),
    path: judged(500, (path) => pathFlaw(path, { query: false }), "A path"),
    parameters: list(
      part(
        {
          id: parameterName,
          label: words("Label", 60, true),
          help: words("Help", 200),
          kind: z.enum(["text", "datetime", "boolean"], "A text, a time, or yes and no."),
          required: z.optional(z.literal(true)),
        },
        "parameter",
      ),
      DEFINED_AT_MOST.parameters,
      `An endpoint can have at most ${DEFINED_AT_MOST.parameters} parameters.`,
    ),
    reading: part(
      {
        records: list(place, 3, "At most 3 places of records.").check(z.minLength(1, "Say where the records are.")),
        key: place,
        personalFields: list(
          judged(200, (text) => placeFlaw(text.replace(/^!/, "")), "A place"),
          50,
          "At most 50 fields.",
        ),
        paging,
        changed: z.optional(
          part(
            {
              after: parameterName,
              overlapSeconds: whole("The overlap", 1, 86_400),
              unit: z.optional(z.enum(["iso", "seconds", "milliseconds"], "A way to write times.")),
            },
            "incremental reading",
          ),
        ),
      },
      "reading",
    ),
  },
  "endpoint",
);
