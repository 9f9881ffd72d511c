import * as z from "zod/mini";
import { DESCRIPTION_MAX } from "@/lib/credentials/credential-dto";
import {
  credentialDescription,
  credentialName,
  rollbackInput,
  rotateBy as rotateByDay,
  transferInput,
  VALUE_MAX,
  verifyStoredInput,
} from "@/lib/credentials/credential-schema";
import { credentialListInput } from "@/lib/credentials/list/credential-list-schema";
import { moveDataSourcesInput, moveTargetsInput } from "@/lib/data-sources/data-source-schema";
import { say } from "./answer";
import { body, connectorOf, nameOf, receiptOf } from "./input";

const name = nameOf(credentialName, "Its name; no two in a workspace look alike.");
const description = say(credentialDescription, "What it is for.", { maxLength: DESCRIPTION_MAX });
const rotateBy = say(z.optional(rotateByDay), "A day by which to replace its values, 2027-03-03; null for none.", {
  pattern: "^(20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))?$",
});

/** Visible ASCII, as it travels in a header, and not only asterisks. */
const VALUE = "^[\\x21-\\x7E]*[\\x21-\\x29\\x2B-\\x7E][\\x21-\\x7E]*$";
const values = say(
  z.record(z.string(), say(z.string().check(z.minLength(1), z.maxLength(VALUE_MAX)), "A value.", { pattern: VALUE })),
  "All values, by the ids of the connector's fields: GET /connectors/{id} names them.",
);

export const createCredentialBody = body("CreateCredential", "A credential to verify and store.", {
  connectorId: connectorOf,
  name,
  description: z.optional(description),
  rotateBy,
  values,
  saveUnverified: z.optional(say(z.boolean(), "Store it without asking the provider.")),
  keepBoth: z.optional(say(z.boolean(), "Store it even if these values are already stored.")),
  receipt: receiptOf,
});

export const verifyValuesBody = body("VerifyValues", "Values to verify. Nothing is stored.", {
  connectorId: connectorOf,
  values,
});

export const updateCredentialBody = body("UpdateCredential", "What you leave out stays as it is.", {
  name: z.optional(name),
  description: z.optional(description),
  rotateBy,
});

export const replaceValuesBody = body("ReplaceValues", "New values, verified before they replace the old ones.", {
  values,
  receipt: receiptOf,
});

export const verifyStoredBody = body("VerifyStored", "What the check is for; nothing, to look at the values in use.", {
  purpose: say(verifyStoredInput.shape.purpose, "The act that is to follow with the receipt of this check."),
  number: say(verifyStoredInput.shape.number, "The version to go back to, for the purpose `rollback` alone."),
});

export const rollbackBody = body("Rollback", "A version to go back to.", {
  number: say(rollbackInput.shape.number, "The number of a version that is kept."),
  receipt: receiptOf,
});

export const transferBody = body("Transfer", "Who owns a credential from now on.", {
  ownerId: say(transferInput.shape.ownerId, "The id of a member who is more than a viewer."),
});

export const moveBody = body("MoveDataSources", "Data sources to move to another credential.", {
  targetId: say(moveDataSourcesInput.shape.targetId, "The id of the credential to move to."),
  sourceIds: say(
    moveDataSourcesInput.shape.sourceIds,
    "The ids of the data sources, as the preview had them; all that use it now, a thousand at most, if you leave it out.",
  ),
  receipt: receiptOf,
});

export const moveQuery = z.object({ q: say(moveTargetsInput.shape.q, "Searches the credentials to move to.") });

const list = credentialListInput.shape;
const narrowing = {
  q: say(list.q, "Parts of words in the name and description; all must match."),
  connectorId: say(list.connectorId, "Only those of this connector."),
  status: say(list.status, "Only those of this status."),
  owner: say(list.owner, "Only those that this member owns."),
  unused: say(list.unused, "Only those that no data source used in the last ninety days."),
  rotation: say(list.rotation, "Only those due for rotation within fourteen days, or overdue."),
  sort: say(
    list.sort,
    "The order; newest by default. With attention, those that need it come first, then unverified ones.",
  ),
};
export const exportCredentialsQuery = z.object(narrowing);
export const listCredentialsQuery = z.object({
  ...narrowing,
  after: say(list.after, "The previous page's cursor, from its `next`."),
});
