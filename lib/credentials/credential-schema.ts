import * as z from "zod/mini";
import type { CredentialField, CredentialValues, PlainValue, SignInConnector } from "@/lib/connectors/connector";
import { hostName, reduceHost } from "@/lib/connectors/hosts";
import { BULK_MAX } from "@/lib/credentials/list/bulk-dto";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import { INTEGER_MAX, recordId, reference, revision } from "@/lib/platform/reference-schema";
import { limitedText, textSchema } from "@/lib/platform/text-schema";
import { DESCRIPTION_MAX } from "./credential-dto";

/** The longest value of a secret field, in characters. */
export const VALUE_MAX = 1024;

export const credentialName = textSchema({ label: "Credential name", max: NAME_MAX, required: true });
export const credentialDescription = textSchema({
  label: "Credential description",
  max: DESCRIPTION_MAX,
  multiline: true,
});

const WHOLE_DATE = "Enter a full date in this century, or leave it empty.";

/** A day by which values should be replaced, "2027-03-03"; empty or null where there is none. */
export const rotateBy = z.pipe(
  z.nullable(limitedText(WHOLE_DATE, 10)),
  z.transform((value: string | null, context) => {
    if (value === null || value === "") return null;
    const day = /^20\d\d-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
    // The 30th of February is the 2nd of March to a Date.
    if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
    context.issues.push({ code: "custom", input: value, message: WHOLE_DATE });
    return z.NEVER;
  }),
);

/** A form's random id: sent twice, it makes one record. */
export const formId = limitedText("Not a form id.", 64).check(z.regex(/^[A-Za-z0-9_-]{16,64}$/, "Not a form id."));

/** One value: visible ASCII, as it travels in a header. Messages never repeat it. */
function valueText(
  label: string,
  max: number,
  only: (value: string) => boolean,
  words: string,
  tidy = (value: string) => value.trim(),
) {
  const tooLong = `${label} can have at most ${max} characters.`;
  return z.pipe(
    z.pipe(limitedText(`${label} must be text.`, 2 * max, tooLong), z.transform(tidy)),
    z
      .string()
      .check(
        z.minLength(1, `Enter the ${label}.`),
        z.maxLength(max, tooLong),
        z.regex(/^[\x21-\x7E]*$/, `${label} has a space, a line break or a character it can't contain. Copy it again.`),
        z.refine(only, `${label} ${words}`),
      ),
  );
}

const HIDDEN = "is only asterisks, which is how pages hide a value. Copy the value itself.";

/** The shape of a key is never guessed. */
const secretValue = (label: string) => valueText(label, VALUE_MAX, (value) => !/^\*+$/.test(value), HIDDEN);

function plainValue(label: string, field: PlainValue) {
  if (field.kind === "choice") {
    const choose = `Choose the ${label}.`;
    const known = new Set(field.options.map(({ value }) => value));
    return limitedText(choose, VALUE_MAX).check(z.refine((value) => known.has(value), choose));
  }
  const { host } = field;
  if (host) {
    const ofHost =
      host.is === "label" ? `the part before ${host.suffix}` : `a name that ends in ${host.suffixes.join(" or ")}`;
    return valueText(
      label,
      field.maxLength,
      (value) => hostName(value, host) !== undefined,
      `has to be ${ofHost}.`,
      (value) => reduceHost(value, host),
    );
  }
  const { pattern = ".*", words = "" } = field.format ?? {};
  const format = new RegExp(`^(?:${pattern})$`);
  return valueText(label, field.maxLength, (value) => format.test(value), words);
}

function fieldValue(field: CredentialField) {
  const value = field.secret ? secretValue(field.label) : plainValue(field.label, field);
  return field.optional ? z.optional(z.union([z.literal(""), value])) : value;
}

/** All values of a connector's credential, by field id; nothing else, and nothing of what was left empty. */
export function credentialValues({ authentication }: SignInConnector) {
  const values = z.object(Object.fromEntries(authentication.fields.map((field) => [field.id, fieldValue(field)])));
  const given = z.transform((all: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value)),
  );
  // What a form begins with is what comes out, but for what is empty.
  return z.pipe(values, given) as unknown as z.ZodMiniType<CredentialValues, CredentialValues>;
}

/** What the overlay asks for. */
export function credentialForm(connector: SignInConnector) {
  return z.object({
    name: credentialName,
    description: credentialDescription,
    rotateBy: z.optional(rotateBy),
    values: credentialValues(connector),
  });
}

export type CredentialForm = {
  name: string;
  description: string;
  rotateBy?: string | null | undefined;
  values: CredentialValues;
};

/** From the verification route: proves that this very thing was accepted within the last minute. */
export const receipt = z.optional(limitedText("Not a receipt.", 1000));

/** The form, and what comes around it: its id, and whether to store what could not be verified or is stored already. */
export function createCredentialInput(connector: SignInConnector) {
  return z.object({
    ...credentialForm(connector).shape,
    receipt,
    formId,
    saveUnverified: z.optional(z.boolean("saveUnverified is true or false.")),
    keepBoth: z.optional(z.boolean("keepBoth is true or false.")),
  });
}

export const credentialDetails = z.object({
  credentialId: recordId,
  revision,
  // What is left out stays as it is.
  name: z.optional(credentialName),
  description: z.optional(credentialDescription),
  rotateBy: z.optional(rotateBy),
});
export type CredentialDetails = z.infer<typeof credentialDetails>;

export const transferInput = z.object({
  credentialId: recordId,
  ownerId: reference("Choose the new owner."),
});

const versionNumber = z
  .number("Not a version.")
  .check(z.int("Not a version."), z.positive("Not a version."), z.maximum(INTEGER_MAX, "Not a version."));

/** Names a credential and the state of it that was seen. */
const seenCredential = { credentialId: recordId, revision };

/** An older version, to be used again. */
export const rollbackInput = z.object({ ...seenCredential, number: versionNumber, receipt });

/** New values for a credential. */
export function replaceInput(connector: SignInConnector) {
  return z.object({ ...seenCredential, values: credentialValues(connector), receipt });
}

/** What stored values are to be verified for; *Verify now* names nothing. */
export const verifyStoredInput = z
  .object({
    purpose: z.optional(z.enum(["data-source", "move", "rollback"], "Not a purpose.")),
    number: z.optional(versionNumber),
  })
  .check(
    z.refine(({ purpose, number }) => (purpose === "rollback") === (number !== undefined), {
      error: "A rollback names a version, and nothing else does.",
      path: ["number"],
    }),
  );

/** Names several credentials, each once. */
export const credentialSelection = z.object({
  credentialIds: z.pipe(
    z
      .array(recordId, "Name the credentials by their ids.")
      .check(
        z.minLength(1, "Select at least one credential."),
        z.maxLength(BULK_MAX, `Select at most ${BULK_MAX} credentials at a time.`),
      ),
    z.transform((ids: string[]) => [...new Set(ids)]),
  ),
});
