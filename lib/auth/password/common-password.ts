import "server-only";
import { once } from "@/lib/platform/process-state.mjs";
import { isGuessable } from "./guessable-dto";

/** About 49,000 passwords that people use most, from a package: nothing is asked of another server. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  return once("common passwords", async () => {
    const { dictionary } = await import("@zxcvbn-ts/language-common");
    return new Set(dictionary["passwords-common"].map(String));
  });
}

/** Whether a password is among the first that anyone would try. */
export async function isCommonPassword(password: string, about: readonly string[] = []): Promise<boolean> {
  return isGuessable(password, await commonPasswords(), about);
}
