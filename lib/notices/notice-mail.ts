import "server-only";
import { publicUrl } from "@/lib/auth/public-url";
import { momentInUtc } from "@/lib/platform/moment-words-dto";
import { linkLabel, noticePath, noticeWords, type StoredNotice, subjectOf } from "./notice-words";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** N13: what a person wrote is text in a mail too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** One line, for a subject: whatever came into the database, nothing can begin another header. */
export function toLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/** A notice as a mail: the same words as text and as simple HTML. */
export function noticeMail(notice: StoredNotice): { subject: string; text: string; html: string } {
  const { headline, message } = noticeWords(notice, { moment: ` on ${momentInUtc(notice.at)}` });
  const name = toLine(subjectOf(notice));
  const subject = name ? `${name} ${headline}` : headline;
  const path = noticePath(notice);
  const url = path && new URL(path, publicUrl()).href;
  const foot = `Sent by Latchkey at ${publicUrl().host} to the workspace's owners and admins. You can turn these emails off in its settings.`;
  const label = path && linkLabel(notice.kind, path);
  return {
    subject,
    text: [subject, message, ...(url ? [`${label}: ${url}`] : []), `-- \n${foot}`].join("\n\n"),
    html: [
      '<!doctype html><html lang="en"><body style="font-family: sans-serif; line-height: 1.5">',
      name
        ? `<p><strong><bdi>${escapeHtml(name)}</bdi> ${escapeHtml(headline)}</strong></p>`
        : `<p><strong>${escapeHtml(headline)}</strong></p>`,
      `<p>${escapeHtml(message)}</p>`,
      ...(url ? [`<p><a href="${escapeHtml(url)}">${label}</a></p>`] : []),
      `<p style="color: #555">${escapeHtml(foot)}</p>`,
      "</body></html>",
    ].join("\n"),
  };
}
