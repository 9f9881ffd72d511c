import * as z from "zod/mini";
import type { KeyDto, KeyRotationDto, KeysDto, UnreadableDto } from "@/lib/keys/keys-dto";
import { answer, count, flag, moment, type Same, say, text } from "./answer";

export const keyAnswer = answer("Key", "A sealing key, never the key itself.", {
  id: text("Its thumbprint (RFC 7638)."),
  state: say(
    z.enum(["active", "standby", "older", "missing", "retired"]),
    "active: seals and opens. standby: opens, and seals after the next rotation. older: opens what it sealed. missing: named by stored versions, and not in the ring. retired: gone for good.",
  ),
  versions: count("Stored versions of credentials that it seals."),
  createdAt: moment("When this database saw it first."),
  backupConfirmedAt: z.exactOptional(moment("When someone said that there is a backup of it.")),
  retiredAt: z.exactOptional(moment("When it was retired.")),
});
true satisfies Same<z.infer<typeof keyAnswer>, KeyDto>;

const unreadableAnswer = answer("Unreadable", "A version of a credential that does not open.", {
  credentialId: text("Which credential."),
  name: text("Its name."),
  version: count("Which version of it."),
  keyId: text("The key that sealed it."),
});
true satisfies Same<z.infer<typeof unreadableAnswer>, UnreadableDto>;

export const keyRotationAnswer = answer("KeyRotation", "A run that seals everything again with one key.", {
  id: text("Its id."),
  keyId: text("The key that seals from now on."),
  isRunning: flag("Whether it goes on."),
  startedAt: moment("When it began."),
  finishedAt: z.exactOptional(moment("When it ended.")),
  total: count("Versions to seal again when it started."),
  resealed: count("How many of them are."),
  rate: say(z.number(), "Versions a second, over the time that was worked."),
  unreadable: count("How many do not open."),
});
true satisfies Same<z.infer<typeof keyRotationAnswer>, KeyRotationDto>;

export const keysAnswer = answer("Keys", "The sealing keys, what each seals, and the last rotation.", {
  source: text("Where the keys are, for example a path."),
  canWrite: flag("Whether you can create and retire keys here, or only the operator can."),
  keys: say(z.array(keyAnswer), "The keys."),
  rotation: z.exactOptional(keyRotationAnswer),
  unreadable: say(z.array(unreadableAnswer), "Those of your workspace that the last run could not open, 100 at most."),
});
true satisfies Same<z.infer<typeof keysAnswer>, KeysDto>;

export const keyMadeAnswer = answer("KeyMade", "A key that waits for the next rotation.", {
  id: text("Its thumbprint (RFC 7638)."),
});
