import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { NoticesDto } from "./notice-dto";
import { listNoticeRows } from "./notice-repository";
import { noticeId } from "./notice-schema";

const PAGE = 50;

/** A page of the workspace's notices, newest first. Nonsense and another workspace's id lead to the first page. */
export async function listNotices(actor: Actor, olderThan?: unknown): Promise<NoticesDto> {
  authorize(actor, "notice:list");
  const rows = await listNoticeRows(actor, PAGE + 1, noticeId.safeParse(olderThan).data);
  const notices = rows.slice(0, PAGE);
  const last = notices.at(-1);
  return { notices, ...(rows.length > PAGE && last ? { olderThan: last.id } : {}) };
}
