import "server-only";
import { createBackup } from "@/lib/backup/create-backup";
import { restoreBackup } from "@/lib/backup/restore-backup";
import { addKey } from "@/lib/keys/add-key";
import { confirmKeyBackup } from "@/lib/keys/confirm-key-backup";
import { getKeys } from "@/lib/keys/get-keys";
import { operatorJob } from "@/lib/keys/operator-job";
import { retireKey } from "@/lib/keys/retire-key";
import { wrapKeys } from "@/lib/keys/wrap-keys";
import { passInstallationByOperator } from "@/lib/members/pass-installation";
import { Refusal } from "@/lib/platform/errors";
import { KeyRingUnusable } from "@/lib/platform/key-ring-unusable";
import { isOwn } from "@/lib/platform/own-error";
import { StartupError } from "@/lib/platform/startup-error";
import { describeKeys } from "./describe-keys";
import { rotateAndWatch } from "./rotate-and-watch";

/** Prints one line for the operator. */
export type Say = (line: string) => void;

const USAGE = `npm run keys -- status
npm run keys -- add                          creates a key; it seals nothing yet
npm run keys -- confirm-backup <id>          "I have a copy of this key"
npm run keys -- rotate [--confirm-backup]    seals everything with the newest key
npm run keys -- retire <id>                  takes a key out that seals nothing
npm run keys -- wrap                         has AWS KMS wrap the keys that are in clear
npm run backup -- <file>
npm run restore -- <file> [--replace] [--without-keys]
npm run installation -- pass <email>          to an owner of a workspace, where its owner is gone for good`;

async function runKeys([command, id]: string[], flags: Set<string>, say: Say): Promise<number> {
  switch (command) {
    case "status":
      for (const line of describeKeys(await getKeys(operatorJob))) say(line);
      return 0;
    case "add": {
      const made = await addKey(operatorJob);
      const { source } = await getKeys(operatorJob);
      say(`Created key ${made} in ${source}. It seals nothing yet.`);
      say(`Back it up, give it to every instance, then: npm run keys -- confirm-backup ${made}`);
      return 0;
    }
    case "confirm-backup":
      await confirmKeyBackup(operatorJob, id);
      say("Noted.");
      return 0;
    case "rotate":
      return rotateAndWatch(flags.has("--confirm-backup"), say);
    case "retire":
      await retireKey(operatorJob, id);
      say(`Key ${id} is retired. Destroy its copies when no backup needs it any more.`);
      return 0;
    case "wrap": {
      const { from, to } = await wrapKeys(operatorJob);
      say(`The keys of ${from} are wrapped in ${to}. Start with AWS_KMS_KEY_ID, then take ${from} away.`);
      return 0;
    }
    default:
      say(USAGE);
      return 1;
  }
}

async function run(area: string, words: string[], flags: Set<string>, say: Say): Promise<number> {
  const [file] = words;
  if (area === "keys") return runKeys(words, flags, say);
  if (area === "backup" && file) {
    const { rows, tables, keyIds } = await createBackup(operatorJob, file);
    say(`${rows} rows of ${tables} tables are in ${file}. No key is: it opens with ${keyIds.join(", ") || "any key"}.`);
    return 0;
  }
  if (area === "installation" && file === "pass" && words[1]) {
    const { name } = await passInstallationByOperator(operatorJob, words[1]);
    say(`${name} owns the installation now.`);
    return 0;
  }
  if (area === "restore" && file) {
    const withoutKeys = flags.has("--without-keys");
    const { rows, tables } = await restoreBackup(operatorJob, file, { replace: flags.has("--replace"), withoutKeys });
    say(
      `${rows} rows of ${tables} tables are restored. ${withoutKeys ? "The keys were not looked at." : "Backup and keys belong together."}`,
    );
    return 0;
  }
  say(USAGE);
  return 1;
}

/**
 * One command of the operator. Returns the code to exit with: 0 done, 1 refused, 2 done except for the rows in the list.
 * @param words for example `["keys", "status"]`; paths are absolute
 */
export async function runCommand([area = "", ...words]: string[], say: Say): Promise<number> {
  const flags = new Set(words.filter((word) => word.startsWith("--")));
  try {
    return await run(
      area,
      words.filter((word) => !word.startsWith("--")),
      flags,
      say,
    );
  } catch (error) {
    if (!(isOwn(error, Refusal) || isOwn(error, KeyRingUnusable) || isOwn(error, StartupError))) throw error;
    say(error.message);
    return 1;
  }
}
