import * as z from "zod/mini";
import { allConnectors } from "@/lib/connectors/registry";
import { receipt } from "@/lib/credentials/credential-schema";
import { keyId } from "@/lib/keys/keys-schema";
import { OWN_PREFIX } from "@/lib/own-connectors/own-connector-dto";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import { momentPageInput } from "@/lib/platform/moment-page";
import { recordId } from "@/lib/platform/reference-schema";
import { say } from "./answer";

/**
 * What a request can have, for the document: the parts that the use cases parse with, described. What they look at in
 * code is said here as JSON Schema can say it, never wider than they take.
 */
export const body = <Shape extends Record<string, z.ZodMiniType>>(id: string, description: string, shape: Shape) =>
  z.object(shape).register(z.globalRegistry, { id, description });

/** No control character; spaces around it are taken off. */
const CONTROL = "\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029";
const ONE_LINE = `^[^${CONTROL}]*[^\\s${CONTROL}][^${CONTROL}]*$`;

/** A name, whose characters are counted as a person counts them. */
export const nameOf = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema =>
  say(schema, description, { minLength: 1, maxLength: NAME_MAX, pattern: ONE_LINE });

export const idOf = (description: string) => say(recordId, description);

/** `{id}` of a path. */
export const idPath = idOf("Its id.");
export const keyIdPath = say(keyId, "The thumbprint of a key.");
export const connectorPath = say(z.string(), "The id of a connector.");

/** Of an act that needs to be told no more than of what. */
export const emptyBody = body("Nothing", "An empty object.", {});

/** The query of a list that is read page by page. */
export const pageQuery = z.object({
  after: say(momentPageInput.shape.after, "The previous page's cursor, from its `next`."),
});

/** Joins an act to the check that was made for it. */
export const receiptOf = say(
  receipt,
  "The `receipt` of a check of these very values a moment ago: the provider is not asked again.",
);

export const connectorOf = say(
  z.union([
    z.enum(allConnectors.map(({ id }) => id)),
    z.string().check(z.regex(new RegExp(`^${OWN_PREFIX}[A-Za-z0-9_-]{8,60}$`))),
  ]),
  "The id of a connector; one of your workspace's own begins with own-.",
);
