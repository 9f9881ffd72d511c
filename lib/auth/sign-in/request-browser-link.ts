import "server-only";
import { publicUrl } from "@/lib/auth/public-url";
import { makeBrowserLink } from "./browser-link";
import { mailLink } from "./mail-link";

/** Mails a link that lets a browser in which strangers keep out: it has tries of its own. */
export function requestBrowserLink(input: unknown, peer: string | undefined): Promise<void> {
  return mailLink(input, peer, {
    subject: "Sign in to Latchkey with a new browser",
    said: `Someone, probably you, wants to sign in at ${publicUrl().host} with a browser your account hasn't used before, after too many wrong passwords.`,
    label: "Open this link in that browser and sign in there",
    rest: "The link works for an hour, and only with your password. If this wasn't you, ignore this email.",
    makeLink: makeBrowserLink,
  });
}
