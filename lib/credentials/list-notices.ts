import "server-only";
import { type Actor, personIdOf } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import type { NoticesDto } from "@/lib/notices/notice-dto";
import { findReadAt, listNoticeRows } from "@/lib/notices/notice-repository";
import type { CredentialNow, StoredNotice } from "@/lib/notices/notice-words";
import { toNoticeDto } from "@/lib/notices/to-notice-dto";
import { withProviders } from "@/lib/notices/with-providers";
import { recordId } from "@/lib/platform/reference-schema";
import { dueDay } from "@/lib/settings/rotation-of";
import { findSettings } from "@/lib/settings/settings-repository";
import { findToldOf, type ToldOf } from "./told-repository";

const PAGE = 50;

const NOW: Record<ToldOf["status"], CredentialNow> = { FAILED: "as-told", VERIFIED: "mended", UNVERIFIED: "changed" };

/** What has become of the credential since it was told. */
function sinceThen(
  { at, dueOn }: StoredNotice,
  credential: ToldOf | undefined,
  maxAgeDays: number | null,
): CredentialNow {
  if (!credential) return "deleted";
  if (!dueOn) return NOW[credential.status];
  if (credential.valuesChangedAt > at) return "changed";
  return dueDay(credential, maxAgeDays)?.getTime() === dueOn.getTime() ? "as-told" : "rescheduled";
}

/**
 * A page of the workspace's notices, newest first, each with what has become of its credential: so it stands here and
 * not with the notices. Nonsense and another workspace's id lead to the first page.
 */
export async function listNotices(actor: Actor, olderThan?: unknown): Promise<NoticesDto> {
  authorize(actor, "notice:list");
  const { workspaceId } = actor;
  const rows = await listNoticeRows(workspaceId, {
    take: PAGE + 1,
    answers: can(actor, "access:answer"),
    olderThan: recordId.safeParse(olderThan).data,
  });
  const shown = rows.slice(0, PAGE);
  const [credentials, readAt, { maxAgeDays }] = await Promise.all([
    findToldOf(workspaceId, [...new Set(shown.map(({ credentialId }) => credentialId))]),
    findReadAt(workspaceId, personIdOf(actor)),
    findSettings(workspaceId),
  ]);
  const mayReplace = can(actor, "credential:replace");
  const named = await withProviders(workspaceId, shown);
  const notices = named.map((row) => {
    const now = sinceThen(row, credentials.get(row.credentialId), maxAgeDays);
    return toNoticeDto(row, { readAt, now, mayReplace });
  });
  const last = notices.at(-1);
  return {
    notices,
    ...(rows.length > PAGE && last ? { olderThan: last.id } : {}),
  };
}
