import "server-only";
import { after } from "next/server";
import { Refusal } from "@/lib/platform/errors";
import { describeError, log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { type Limit, spend } from "@/lib/platform/rate-limit";
import { isMailConfigured, sendMail } from "@/lib/platform/send-mail";
import { parseInput } from "@/lib/platform/to-error-dto";
import { forgotForm } from "./auth-schema";
import { findPasswordOf } from "./password-repository";
import { peerKey } from "./peer-key";
import { publicUrl } from "./public-url";
import { makeResetLink } from "./reset-link";

const OF_PEER: Limit = { name: "reset-of-peer", points: 10, seconds: 60 * 60 };
const OF_ADDRESS: Limit = { name: "reset-of-address", points: 3, seconds: 60 * 60 };

async function mailLink(email: string): Promise<void> {
  if ((await spend(OF_ADDRESS, email)) !== undefined || !(await findPasswordOf(email))) return;
  const link = await makeResetLink({ email, dropSecondFactors: false, provesAddress: true });
  const said = "Someone, probably you, asked for a new password for your Latchkey account at";
  const rest = "The link works once and for an hour. If it was not you, do nothing: your password stays as it is.";
  const { host } = publicUrl();
  await sendMail({
    to: email,
    subject: "A new password for Latchkey",
    text: `${said} ${host}.\n\nSet it here: ${link}\n\n${rest}`,
    // A host and a token of base64url: nothing in here needs escaping.
    html: `<!doctype html><html lang="en"><body style="font-family: sans-serif; line-height: 1.5"><p>${said} ${host}.</p><p><a href="${link}">Set a new password</a></p><p>${rest}</p></body></html>`,
    messageId: `reset-${randomId()}@${publicUrl().hostname}`,
  });
}

/**
 * *Forgot your password?*: mails a link, where there is such an account. A4: the answer is sent before anything of that
 * is done, so that neither its words nor its time tell which addresses have one.
 */
export async function requestPasswordReset(input: unknown, peer: string | undefined): Promise<void> {
  const { email } = parseInput(forgotForm, input);
  if (!isMailConfigured()) throw new Refusal("NOT_FOUND", "This server sends no mail. Ask its operator for a link.");
  const seconds = await spend(OF_PEER, peerKey(peer));
  if (seconds !== undefined)
    throw new Refusal("TOO_MANY_ATTEMPTS", "There were too many requests. Try again in an hour.", {
      retryAfterSeconds: seconds,
    });
  after(() =>
    mailLink(email).catch((error: unknown) => log.error({ error: describeError(error) }, "a password link failed")),
  );
}
