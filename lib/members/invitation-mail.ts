import "server-only";
import { escapeHtml, toLine } from "@/lib/notices/notice-mail";
import { formatMoment } from "@/lib/notices/notice-words";

type Invitation = { link: string; inviter: string; workspaceName: string; expiresAt: Date };

/** An invitation as a mail: the same words as text and as simple HTML. */
export function invitationMail({ link, inviter, workspaceName, expiresAt }: Invitation) {
  const who = toLine(inviter);
  const where = toLine(workspaceName);
  const until = `The link works once, until ${formatMoment(expiresAt)}. If you did not expect it, leave it alone.`;
  return {
    // Nobody's own words: a subject that anyone can write is what spam is made of.
    subject: "You are invited to Latchkey",
    text: [`${who} invites you to the workspace ${where} of Latchkey.`, `Join: ${link}`, until].join("\n\n"),
    html: [
      '<!doctype html><html lang="en"><body style="font-family: sans-serif; line-height: 1.5">',
      `<p><bdi>${escapeHtml(who)}</bdi> invites you to the workspace <strong><bdi>${escapeHtml(where)}</bdi></strong> of Latchkey.</p>`,
      `<p><a href="${escapeHtml(link)}">Join</a></p>`,
      `<p style="color: #555">${escapeHtml(until)}</p>`,
      "</body></html>",
    ].join("\n"),
  };
}
