import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import { recordId } from "@/lib/platform/reference-schema";
import type { NoticeDto, NoticesDto } from "./notice-dto";
import { listNoticeRows } from "./notice-repository";

const PAGE = 50;

/** Who may not replace values is led to the credential itself. */
function withoutReplacing(notice: NoticeDto): NoticeDto {
  const { link } = notice;
  return link
    ? { ...notice, link: { href: link.href.replace("?replace=1", ""), label: "Open the credential" } }
    : notice;
}

/** A page of the workspace's notices, newest first. Nonsense and another workspace's id lead to the first page. */
export async function listNotices(actor: Actor, olderThan?: unknown): Promise<NoticesDto> {
  authorize(actor, "notice:list");
  const rows = await listNoticeRows(actor, PAGE + 1, recordId.safeParse(olderThan).data);
  const shown = rows.slice(0, PAGE);
  const notices = can(actor, "credential:replace") ? shown : shown.map(withoutReplacing);
  const last = notices.at(-1);
  return { notices, ...(rows.length > PAGE && last ? { olderThan: last.id } : {}) };
}
