import "server-only";
import type { NoticeDto } from "./notice-dto";
import { type CredentialNow, noticePath, noticeWords, type StoredNotice } from "./notice-words";

/** A notice as its page shows it: with what has become of the credential since. */
export function toNoticeDto(notice: StoredNotice, readAt: Date, now: CredentialNow): NoticeDto {
  const { id, at, kind, credentialId, credentialName } = notice;
  // Values that work again need no replacing, whatever this notice said.
  const path =
    now === "deleted"
      ? undefined
      : noticePath({ kind: now === "as-told" ? kind : "credential.recovered", credentialId });
  const label = path?.endsWith("?replace=1") ? "Replace values" : "Open the credential";
  return {
    id,
    at: at.toISOString(),
    kind,
    ...(credentialName ? { credentialName } : {}),
    ...noticeWords(notice, { now }),
    ...(path ? { link: { href: path, label } } : {}),
    unread: at > readAt,
  };
}
