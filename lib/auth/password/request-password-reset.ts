import "server-only";
import { publicUrl } from "@/lib/auth/public-url";
import { mailLink } from "@/lib/auth/sign-in/mail-link";
import { makeResetLink } from "./reset-link";

/** *Forgot your password?*: mails a link that sets a new one. */
export function requestPasswordReset(input: unknown, peer: string | undefined): Promise<void> {
  return mailLink(input, peer, {
    subject: "Set a new password for Latchkey",
    said: `Someone, probably you, asked for a new password for your Latchkey account at ${publicUrl().host}.`,
    label: "Set a new password",
    rest: "The link works once, for an hour. If this wasn't you, ignore this email: your password stays as it is.",
    makeLink: (email) => makeResetLink({ email, dropSecondFactors: false }),
  });
}
