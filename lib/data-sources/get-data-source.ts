import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteSubject } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { requireSource } from "@/lib/auth/tokens/require-source";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import type { DataSourceDto } from "./data-source-dto";
import { findDataSourceRow } from "./data-source-repository";

/** One data source of the actor's workspace, and one of those that a token is for. Throws a refusal where there is none. */
export async function getDataSource(actor: Actor, id: unknown): Promise<DataSourceDto> {
  authorize(actor, "data-source:list");
  const parsed = recordId.safeParse(id);
  if (parsed.success) requireSource(actor, parsed.data);
  const source = parsed.success ? await findDataSourceRow(actor.workspaceId, parsed.data) : undefined;
  if (!source) throw notFound("data source");
  noteSubject(actor, source);
  return source;
}
