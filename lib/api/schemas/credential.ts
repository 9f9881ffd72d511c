import * as z from "zod/mini";
import type {
  CredentialDetailsDto,
  CredentialDto,
  CredentialTileDto,
  DeletedCredentialDto,
  DuplicateDto,
  VersionDto,
} from "@/lib/credentials/credential-dto";
import type { RotationDto } from "@/lib/settings/rotation-dto";
import { answer, count, flag, moment, named, type Same, say, text } from "./answer";
import { outcomeAnswer, pastCheckAnswer, statusAnswer, whoseAnswer } from "./check";

const rotationAnswer = answer("Rotation", "When the values of a credential should be replaced.", {
  dueOn: text("A calendar day of UTC; the rotation is overdue once that day is over.", { format: "date" }),
  isOwn: flag("Whether it was set for this credential; else it follows from the workspace's maximum age."),
  state: say(z.enum(["set", "soon", "overdue"]), "Whether that day is far, near or past."),
});
true satisfies Same<z.infer<typeof rotationAnswer>, RotationDto>;

const everyoneSees = {
  id: text("Its id."),
  connectorId: text("The type of data source that it is for: the id of a connector."),
  name: text("Its name; no two in a workspace look alike."),
  description: text("What it is for; may be empty."),
  plainValues: say(z.record(z.string(), z.string()), "The values that are no secret, by the ids of their fields."),
  ownerName: text("Who answers for it, by name."),
  status: statusAnswer,
  checkedAt: z.exactOptional(moment("When it was checked last; absent where it was not.")),
  verifiedAt: z.exactOptional(moment("When the provider accepted it last.")),
  failedAt: z.exactOptional(moment("When it turned FAILED; absent where it is not.")),
  unreadable: z.exactOptional(say(z.literal(true), "It's FAILED because the stored values can't be decrypted.")),
  createdAt: moment("When it was created."),
  rotation: z.exactOptional(rotationAnswer),
  whose: z.exactOptional(whoseAnswer),
  usedBy: count("Number of data sources that use it."),
};

const adminsSee = {
  ownerId: text("Who answers for it: the id of a member."),
  recentChecks: say(z.array(pastCheckAnswer), "The last checks, newest first, thirty at most."),
  revision: count("Names this state of it: what its ETag says, and If-Match of a change."),
};

export const credentialAnswer = answer("Credential", "A credential, never with a secret value.", {
  ...everyoneSees,
  ...adminsSee,
  outcome: z.exactOptional(outcomeAnswer),
});
true satisfies Same<z.infer<typeof credentialAnswer>, CredentialDto>;

export const credentialTileAnswer = answer(
  "CredentialTile",
  "A credential in a list. Owners and admins get its owner, checks and revision as well.",
  {
    ...everyoneSees,
    ownerId: z.exactOptional(adminsSee.ownerId),
    outcome: z.exactOptional(outcomeAnswer),
    recentChecks: z.exactOptional(adminsSee.recentChecks),
    revision: z.exactOptional(adminsSee.revision),
  },
);
true satisfies Same<z.infer<typeof credentialTileAnswer>, CredentialTileDto>;

const details = {
  ...credentialAnswer.shape,
  version: count("The number of the version whose values are used."),
  valuesChangedAt: moment("Since when these values are used."),
};

export const credentialDetailsAnswer = answer("CredentialDetails", "A credential, and which values it uses.", details);
true satisfies Same<z.infer<typeof credentialDetailsAnswer>, CredentialDetailsDto>;

export const credentialWithSourcesAnswer = answer("CredentialWithSources", "A credential, and what uses it.", {
  ...details,
  dataSources: say(z.array(named), "The first hundred data sources that use it, by name."),
});

export const deletedCredentialAnswer = answer("DeletedCredential", "A deleted credential, until it is gone for good.", {
  id: text("Its id."),
  name: text("The name that it had."),
  connectorId: text("The type of data source that it is for."),
  deletedAt: moment("When it was deleted."),
  deletedByName: text("Who deleted it."),
  purgeAt: moment("When its encrypted values are erased; until then you can restore it."),
});
true satisfies Same<z.infer<typeof deletedCredentialAnswer>, DeletedCredentialDto>;

export const versionAnswer = answer("Version", "A set of values that a credential has or had, without the values.", {
  number: count("Counts from 1."),
  isActive: flag("Whether these are the values that are used."),
  createdAt: moment("When they were stored."),
  createdByName: text("Who stored them."),
  keptUntil: z.exactOptional(moment("Until when you can roll back to it; absent for the active one and erased ones.")),
  destroyedAt: z.exactOptional(moment("When its values were erased.")),
});
true satisfies Same<z.infer<typeof versionAnswer>, VersionDto>;

export const duplicateAnswer = answer("Duplicate", "Where the values that were to be stored are stored already.", {
  kind: say(
    z.enum(["same-values", "same-identity"]),
    "same-identity: what names the account is the same, and the rest is not.",
  ),
  credential: credentialAnswer,
  others: count("How many more credentials there are like it."),
});
true satisfies Same<z.infer<typeof duplicateAnswer>, DuplicateDto>;

export const credentialLines = text("The list as CSV, with a header; no value of a credential is in it.");
