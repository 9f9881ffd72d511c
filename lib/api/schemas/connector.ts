import * as z from "zod/mini";
import type { ConnectorDto } from "@/lib/reading/connector-dto";
import { answer, count, flag, type Same, say, text } from "./answer";

const optionAnswer = answer("Option", "A value that can be chosen.", {
  value: text("What is sent."),
  label: text("What people read."),
});

const options = z.exactOptional(say(z.array(optionAnswer), "What can be chosen; absent where it is typed."));

const formatAnswer = answer("FieldFormat", "Narrows the characters of a value further.", {
  pattern: text("A regular expression that matches the whole value."),
  words: text("Said of a value that does not match, behind the field's label."),
});

const fieldAnswer = answer("ConnectorField", "A value of a credential, as a form asks for it.", {
  id: text("What it is called in values."),
  label: text("What people read."),
  secret: flag("Secret values are encrypted, and never in an answer."),
  required: flag("Whether it has to have a value."),
  help: text("One line under the field."),
  maxLength: z.exactOptional(count("In visible ASCII characters; absent if it's chosen.")),
  format: z.exactOptional(formatAnswer),
  options,
});

const parameterAnswer = answer("ConnectorParameter", "What an endpoint can be read with.", {
  id: text("What it is called in parameters."),
  label: text("What people read."),
  help: text("One line under the field."),
  kind: say(
    z.enum(["text", "list", "integer", "datetime", "choice", "choices", "boolean"]),
    "list: several texts. choices: several of the options. datetime: ISO 8601, UTC.",
  ),
  required: flag("Whether a data source needs it."),
  maxLength: z.exactOptional(count("Of a text, or of each of a list.")),
  maxItems: z.exactOptional(count("Of a list.")),
  min: z.exactOptional(say(z.number(), "The least number.")),
  max: z.exactOptional(say(z.number(), "The largest number.")),
  unit: z.exactOptional(text("What the number counts.")),
  above: z.exactOptional(text("The id of the parameter that this one is more, or later, than, where both are set.")),
  entries: z.exactOptional(say(z.literal("email"), "What each entry of a list has to be.")),
  options,
});

const endpointAnswer = answer("ConnectorEndpoint", "What can be read.", {
  id: text("What it is called as endpointId."),
  label: text("What people read."),
  description: text("What its records are, in a line."),
  method: say(z.enum(["GET", "POST"]), "How the provider is asked."),
  path: text("Where it is asked."),
  parameters: say(z.array(parameterAnswer), "What it can be read with."),
  key: text("Path of what tells a record from all others, with dots between the keys."),
  schema: z.exactOptional(
    say(
      z.record(z.string(), z.unknown()),
      "JSON Schema of a record, by the provider's documentation: none of its fields is required, and others may come.",
    ),
  ),
  changed: flag("Whether you can read it incrementally: only what changed since a time."),
  personalFields: say(
    z.array(z.string()),
    "Paths of what is about people; * is each entry of a list. With !, all but these is.",
  ),
});

const authenticationAnswer = answer("ConnectorAuthentication", "What a credential has.", {
  fields: say(z.array(fieldAnswer), "Its values, in the order of the form."),
});

export const connectorAnswer = answer("Connector", "A type of data source, and what can be read of it.", {
  id: text("Its id."),
  name: text("Its name."),
  description: text("What it has, in a line."),
  isOwn: say(z.boolean(), "Whether your workspace defined it itself."),
  authentication: authenticationAnswer,
  endpoints: say(z.array(endpointAnswer), "What can be read."),
});
true satisfies Same<z.infer<typeof connectorAnswer>, ConnectorDto>;
