import "server-only";
import { after } from "next/server";
import { forgotForm } from "@/lib/auth/auth-schema";
import { peerKey } from "@/lib/auth/doors/peer-key";
import { findPasswordOf } from "@/lib/auth/password/password-repository";
import { publicUrl } from "@/lib/auth/public-url";
import { Refusal } from "@/lib/platform/errors";
import { describeError, log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { type Limit, spend } from "@/lib/platform/rate-limit";
import { isMailConfigured, sendMail } from "@/lib/platform/send-mail";
import { parseInput } from "@/lib/platform/to-error-dto";

/** Of all links by mail together. */
const OF_PEER: Limit = { name: "reset-of-peer", points: 10, seconds: 60 * 60 };
const OF_ADDRESS: Limit = { name: "reset-of-address", points: 3, seconds: 60 * 60 };

/** What a mail says around its link. Our own words: nothing in it needs escaping. */
type LinkMail = {
  subject: string;
  said: string;
  label: string;
  rest: string;
  makeLink: (email: string) => Promise<string>;
};

async function send(email: string, { subject, said, label, rest, makeLink }: LinkMail): Promise<void> {
  if ((await spend(OF_ADDRESS, email)) !== undefined || !(await findPasswordOf(email))) return;
  const link = await makeLink(email);
  await sendMail({
    to: email,
    subject,
    text: `${said}\n\n${label}: ${link}\n\n${rest}`,
    html: `<!doctype html><html lang="en"><body style="font-family: sans-serif; line-height: 1.5"><p>${said}</p><p><a href="${link}">${label}</a></p><p>${rest}</p></body></html>`,
    messageId: `link-${randomId()}@${publicUrl().hostname}`,
  });
}

/**
 * Mails a link, where there is such an account. A4: the answer is sent before anything of that is done, so that neither
 * its words nor its time tell which addresses have one.
 */
export async function mailLink(input: unknown, peer: string | undefined, mail: LinkMail): Promise<void> {
  const { email } = parseInput(forgotForm, input);
  if (!isMailConfigured()) throw new Refusal("NOT_FOUND", "This server can't send email. Ask its operator for a link.");
  const seconds = await spend(OF_PEER, peerKey(peer));
  if (seconds !== undefined)
    throw new Refusal("TOO_MANY_ATTEMPTS", "Too many requests. Try again in an hour.", {
      retryAfterSeconds: seconds,
    });
  after(() => send(email, mail).catch((error: unknown) => log.error({ error: describeError(error) }, "a link failed")));
}
