import "server-only";
import { isAboutCredential, type NoticeDto } from "./notice-dto";
import { type CredentialNow, linkLabel, noticePath, noticeWords, type StoredNotice } from "./notice-words";

/** A notice as its page shows it: with what has become of the credential since, and what its reader can do. */
export function toNoticeDto(
  notice: StoredNotice,
  { readAt, now, mayReplace }: { readAt: Date; now: CredentialNow; mayReplace: boolean },
): NoticeDto {
  const { id, at, kind, credentialId, credentialName, personName } = notice;
  // Values that work again need no replacing, whatever this notice said; and who may not is led to the credential itself.
  const leadsTo = now === "as-told" && mayReplace ? kind : "credential.recovered";
  const isGone = isAboutCredential(kind) && now === "deleted";
  const path = isGone ? undefined : noticePath({ kind: isAboutCredential(kind) ? leadsTo : kind, credentialId });
  return {
    id,
    at: at.toISOString(),
    kind,
    ...(credentialName ? { credentialName } : {}),
    ...(personName ? { personName } : {}),
    ...noticeWords(notice, { now, asks: !mayReplace }),
    ...(path ? { link: { href: path, label: linkLabel(kind, path) } } : {}),
    unread: at > readAt,
  };
}
