import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { FoundDto, WorkspaceSearchDto } from "./overview-dto";
import { workspaceSearchInput } from "./search-schema";

/** So many of each kind: whoever wants more has the lists. */
const FOUND = 6;

/** Credentials and data sources by their names, as the lists find them. */
export async function searchWorkspace(actor: Member, input: unknown): Promise<WorkspaceSearchDto> {
  authorize(actor, "data-source:list");
  const { q } = parseInput(workspaceSearchInput, input);
  if (q.trim() === "") return { credentials: [], sources: [] };
  const [{ credentials }, { dataSources }] = await Promise.all([
    listCredentials(actor, { q }),
    listDataSources(actor, { q }),
  ]);
  const found = ({ id, name, connectorId }: FoundDto) => ({ id, name, connectorId });
  return { credentials: credentials.slice(0, FOUND).map(found), sources: dataSources.slice(0, FOUND).map(found) };
}
