import "server-only";
import { escapeHtml, toLine } from "@/lib/notices/notice-mail";
import { momentInUtc } from "@/lib/platform/moment-words-dto";

type Invitation = { link: string; inviter: string; workspaceName: string; expiresAt: Date };

/** An invitation as a mail: the same words as text and as simple HTML. */
export function invitationMail({ link, inviter, workspaceName, expiresAt }: Invitation) {
  const who = toLine(inviter);
  const where = toLine(workspaceName);
  const until = `The link works once, until ${momentInUtc(expiresAt)}. If you didn't expect this invitation, ignore it.`;
  return {
    // Nobody's own words: a subject that anyone can write is what spam is made of.
    subject: "You're invited to Latchkey",
    text: [`${who} invited you to the workspace ${where} in Latchkey.`, `Join: ${link}`, until].join("\n\n"),
    html: [
      '<!doctype html><html lang="en"><body style="font-family: sans-serif; line-height: 1.5">',
      `<p><bdi>${escapeHtml(who)}</bdi> invited you to the workspace <strong><bdi>${escapeHtml(where)}</bdi></strong> in Latchkey.</p>`,
      `<p><a href="${escapeHtml(link)}">Join</a></p>`,
      `<p style="color: #555">${escapeHtml(until)}</p>`,
      "</body></html>",
    ].join("\n"),
  };
}
