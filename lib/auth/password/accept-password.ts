import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { isCommonPassword } from "./common-password";

/** Refuses a new password that anyone would try first. `about` is what is known of the person: name and address. */
export async function acceptPassword(password: string, about: readonly string[]): Promise<void> {
  if (!(await isCommonPassword(password, about))) return;
  throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
    fields: { password: "That password is too easy to guess. Try a short phrase of your own." },
  });
}
