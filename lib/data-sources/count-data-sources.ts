import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { DataSourceCountsDto } from "./data-source-dto";
import { countSourceTabs } from "./data-source-list-repository";

/** How many data sources the actor's workspace has, and how many whose credential is not verified, up to a bound. */
export async function countDataSources(actor: Member): Promise<DataSourceCountsDto> {
  authorize(actor, "data-source:list");
  return countSourceTabs(actor.workspaceId);
}
