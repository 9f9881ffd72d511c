import * as z from "zod/mini";
import { limitedText } from "@/lib/platform/text-schema";
import { nameFlaw } from "./built-in-like";
import { DEFINED_AT_MOST, type Definition } from "./definition-dto";
import { type DefinitionFlaw, definitionFlaws, labelFlaws } from "./definition-flaws";
import { endpoint } from "./endpoint-schema";
import { hostFlaw } from "./host-flaw";
import { jsonFlaw } from "./json-flaw";
import { bodyFlaw, fixedTextFlaw, headerNameFlaw, isOwnKey, pathFlaw, queryNameFlaw } from "./request-flaws";
import { judged, list, part, whole, words } from "./schema-parts";

const NO_DEFINITION = "This isn't a connector's definition.";

const FIELD_ID = "A field's id begins with a letter and has letters and digits only, at most 40.";
const fieldId = judged(40, (id) => (/^[A-Za-z][A-Za-z0-9]*$/.test(id) && !isOwnKey(id) ? undefined : FIELD_ID));

const fieldWords = { id: fieldId, label: words("Label", 60, true), help: words("Help", 200) };
const field = z.discriminatedUnion(
  "secret",
  [
    part({ ...fieldWords, secret: z.literal(true) }, "secret field"),
    part({ ...fieldWords, secret: z.literal(false), optional: z.optional(z.literal(true)) }, "field"),
  ],
  { error: "Say of a field whether it's secret." },
);

const fixedText = judged(200, fixedTextFlaw, "Fixed text");
const parts = list(z.union([fixedText, part({ field: fieldId }, "part")], { error: partError }), 5, "At most 5 parts.");

/** Of a fixed text that was refused, why. */
function partError({ input }: { input?: unknown }): string {
  return (typeof input === "string" ? fixedTextFlaw(input) : undefined) ?? "A part is fixed text or a field.";
}

const header = part({ in: z.literal("header"), name: judged(64, headerNameFlaw, "A header's name"), parts }, "header");
const query = part({ in: z.literal("query"), name: judged(64, queryNameFlaw, "A parameter's name"), parts }, "query");
const basic = part({ in: z.literal("basic"), username: parts, password: parts }, "Basic login");
const placement = z.discriminatedUnion("in", [header, query, basic], {
  error: "A value travels in a header, a query parameter or a Basic login.",
});

const answerKey = judged(100, (key) =>
  key === "" ? "Enter where it is." : isOwnKey(key) ? "Choose another key." : undefined,
);
const answerPath = list(answerKey, 8, "At most 8 keys lead to a place.");
const word = judged(200, (text) => (text === "" ? "Enter a word." : undefined), "A word");
const answerWords = list(
  part({ at: answerPath, in: list(word, 10, "At most 10 words.") }, "word of a refusal"),
  5,
  "At most 5 places.",
);
const status = z.number("A status is a number.").check(
  z.int("A status is a whole number."),
  z.refine((code) => code >= 400 && code <= 499 && ![401, 403, 408, 429].includes(code), {
    error: "A refusal's status is from 400 to 499. 401 always is one, and 403, 408 and 429 have their own meanings.",
  }),
);
const MEANING = "Say what 403 means: the values are wrong, a right is missing, or that it's unclear.";
const forbidden = z.union(
  [
    z.literal("refused"),
    z.literal("unclear"),
    part({ mayNotRead: words("Right", 100, true), where: z.optional(answerWords) }, "meaning of 403"),
  ],
  MEANING,
);

const proofPath = judged(500, (path) => pathFlaw(path, { query: true }), "A path");
const proof = part(
  {
    method: z.enum(["GET", "POST"], "The proof is a GET or a POST."),
    path: proofPath,
    body: z.optional(judged(DEFINED_AT_MOST.body, bodyFlaw, "A body")),
    expect: part(
      { kind: z.enum(["array", "object"], "A list or an object."), at: answerPath, idAt: z.optional(answerPath) },
      "expected answer",
    ),
    holds: z.optional(
      list(
        part(
          {
            at: answerPath,
            is: z.optional(
              z.union([word, z.number("A number."), z.boolean("true or false.")], "A text, number or yes."),
            ),
          },
          "condition",
        ),
        5,
        "At most 5 conditions.",
      ),
    ),
    refused: z.optional(
      part({ statuses: z.optional(list(status, 5, "At most 5 statuses.")), where: z.optional(answerWords) }, "refusal"),
    ),
    forbidden,
    identity: z.optional(
      part(
        {
          of: z.enum(["person", "tenant"], "A person or a tenant."),
          id: answerPath,
          name: z.optional(answerPath),
        },
        "identity",
      ),
    ),
  },
  "proof",
);

const name = words("Name", 60, true);

/** What a definition has besides its name. */
const unnamed = {
  summary: words("Summary", 200),
  host: judged(253, hostFlaw, "A host"),
  fields: list(field, DEFINED_AT_MOST.fields, `A connector can have at most ${DEFINED_AT_MOST.fields} fields.`).check(
    z.minLength(1, "Add a field: without one, nothing proves who asks."),
  ),
  placements: list(
    placement,
    DEFINED_AT_MOST.placements,
    `A connector can have at most ${DEFINED_AT_MOST.placements} headers and parameters.`,
  ).check(z.minLength(1, "Say where the values travel.")),
  proof,
  guide: part(
    {
      steps: list(words("Step", 300, true), 10, "At most 10 steps."),
      roles: words("Role", 200),
      warnings: list(words("Warning", 300, true), 5, "At most 5 warnings."),
    },
    "guide",
  ),
  limits: part(
    {
      seconds: whole(
        "The pause",
        1,
        DEFINED_AT_MOST.secondsApart,
        "At most one request a second, at least one an hour.",
      ),
      day: whole("Requests a day", 1, DEFINED_AT_MOST.perDay, "From 1 to 10,000 requests a day."),
    },
    "limits",
  ),
  endpoints: list(
    endpoint,
    DEFINED_AT_MOST.endpoints,
    `A connector can have at most ${DEFINED_AT_MOST.endpoints} endpoints.`,
  ),
};

type Context = { value: unknown; issues: { push(issue: z.core.$ZodRawIssue): unknown } };
const saying = (flawsOf: (definition: Definition) => DefinitionFlaw[]) => (context: Context) => {
  for (const { path, message } of flawsOf(context.value as Definition))
    context.issues.push({ code: "custom", input: context.value, path, message });
};

/** A definition, read as JSON already and looked through by `jsonFlaw`: its parts first, and then how they go together. */
export const definition = part(
  {
    name: name.check((context) => {
      const message = nameFlaw(context.value);
      if (message) context.issues.push({ code: "custom", input: context.value, message });
    }),
    ...unnamed,
  },
  "definition",
).check(saying(definitionFlaws), saying(labelFlaws));

/** One that was stored: since then a built-in connector may have come that is called as it is. */
const storedDefinition = part({ name, ...unnamed }, "definition").check(saying(definitionFlaws));

const TOO_LONG = "A connector's definition can have at most 64 KB.";

/** The text of one, as a file has it and a form sends it: its size is looked at first, and its depth before its parts. */
const json = z.pipe(
  limitedText(NO_DEFINITION, DEFINED_AT_MOST.text, TOO_LONG),
  z.transform((text: string, context) => {
    const parsed = parse(text);
    const message = parsed === undefined ? "This isn't JSON." : jsonFlaw(parsed);
    if (!message) return parsed;
    context.issues.push({ code: "custom", input: undefined, message });
    return z.NEVER;
  }),
);
export const definitionText = z.pipe(json, definition);
export const storedText = z.pipe(json, storedDefinition);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
