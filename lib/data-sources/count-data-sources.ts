import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { SavedFilterDto } from "@/lib/filters/saved-filter-dto";
import { listSavedFilters } from "@/lib/filters/saved-filters";
import type { DataSourceCountsDto } from "./data-source-dto";
import { countSourceTabs, countSourceTabsWithFilters } from "./data-source-list-repository";

/** How many data sources the actor's workspace has, and how many whose credential is not verified, up to a bound. */
export async function countDataSources(actor: Member): Promise<DataSourceCountsDto> {
  authorize(actor, "data-source:list");
  return countSourceTabs(actor.workspaceId);
}

/** What stands above the list: its counts, where they are of the whole list, and the filters that the actor saved. */
export async function getSourceTabs(
  actor: Member,
  isWhole: boolean,
): Promise<{ counts?: DataSourceCountsDto; saved: SavedFilterDto[] }> {
  authorize(actor, "data-source:list");
  return isWhole ? countSourceTabsWithFilters(actor) : { saved: await listSavedFilters(actor, "data-sources") };
}
