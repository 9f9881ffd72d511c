import * as z from "zod/mini";
import { file, operation as operationOf } from "@/lib/api/operation";
import { serveTable } from "@/lib/api/serve";
import type { TokenHolder } from "@/lib/auth/actor";
import type { Operation } from "@/lib/auth/permissions";
import { findTokenHolder } from "@/lib/auth/tokens/find-token-holder";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";

export const bearer = (value: string) => new Headers({ authorization: `Bearer ${value}` });

export const holderOf = (value: string): Promise<TokenHolder> => findTokenHolder(bearer(value));

/** The code of the refusal that it ends with, or "done". */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (isOwn(error, Refusal)) return error.dto.code;
      throw error;
    },
  );

/** What an operation of the API that needs this right answers to these headers. */
export async function askProgramRoute(
  headers: Record<string, string>,
  { query = "", permission = "data-source:read" }: { query?: string; permission?: Operation } = {},
) {
  const row = operationOf({
    ...{ id: "probe", method: "GET", path: "/probe", tag: "About", summary: "Says who asks", permission },
    answer: file({ "application/json": z.unknown() }),
    run: async ({ actor }) => Response.json({ kind: actor.kind }),
  });
  return serveTable([row], new Request(`http://localhost:3000/api/v1/probe${query}`, { headers }));
}

/** What the trail of a workspace says: action, result and who, the oldest first. */
export async function trailOf(workspaceId: string) {
  const events = await (await prisma()).auditEvent.findMany({ where: { workspaceId }, orderBy: { seq: "asc" } });
  return events.map(({ action, result, actorId }) => ({ action, result, actorId }));
}
