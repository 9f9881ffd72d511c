import "server-only";
import { connectorsIn } from "@/lib/own-connectors/find-connector";
import { isOwnId } from "@/lib/own-connectors/known-id";
import type { StoredNotice } from "./notice-words";

/** Notices of a workspace with what the providers of its own connectors are called. */
export async function withProviders<Notice extends StoredNotice>(
  workspaceId: string,
  notices: readonly Notice[],
): Promise<Notice[]> {
  const find = await connectorsIn(
    workspaceId,
    notices.map(({ connectorId }) => connectorId),
  );
  return notices.map((notice) => {
    const connector = isOwnId(notice.connectorId) ? find(notice.connectorId) : undefined;
    if (!connector) return notice;
    return { ...notice, provider: { name: connector.name, noun: connector.authentication.noun } };
  });
}
