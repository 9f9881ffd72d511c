import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize, type Operation } from "@/lib/auth/permissions";
import { notFound, Refusal } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { parseInput } from "@/lib/platform/to-error-dto";
import { FILTERS_MAX, type FilteredList, filterKey, type SavedFilterDto } from "./saved-filter-dto";
import { deleteFilterRow, insertFilterRow, listFilterRows, renameFilterRow } from "./saved-filter-repository";
import { renameFilterInput, saveFilterInput } from "./saved-filter-schema";

// A person's own filters. They say nothing of what a list has, and are in no trail; who may see a list may name them.

const RIGHTS: Record<FilteredList, Operation> = {
  credentials: "credential:list",
  "data-sources": "data-source:list",
  audit: "audit:read",
};

const refusedName = (message: string) =>
  new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { name: message } });
const taken = () => refusedName("You already have a filter of this name.");

/** One's own filters of a list, by name. */
export async function listSavedFilters(actor: Member, list: FilteredList): Promise<SavedFilterDto[]> {
  authorize(actor, RIGHTS[list]);
  return listFilterRows(actor, list);
}

/** Keeps what a list is narrowed by under a name. What is no filter of that list is left out. */
export async function saveFilter(actor: Member, input: unknown): Promise<{ id: string }> {
  authorize(actor, "credential:list");
  const { list, name, query } = parseInput(saveFilterInput, input);
  authorize(actor, RIGHTS[list]);
  const key = filterKey(list, new URLSearchParams(query));
  if (key === "") throw refusedName("Choose what to filter by first.");
  if (key.length > 1000) throw refusedName("This filter is too long to be saved.");
  const saved = await insertFilterRow(actor, { list, name, query: key });
  if (saved === "full") throw refusedName(`You have ${FILTERS_MAX} filters already. Delete one first.`);
  if (saved === "taken") throw taken();
  if (saved === "gone") throw notFound("workspace");
  return saved;
}

export async function renameFilter(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "credential:list");
  const result = await renameFilterRow(actor, parseInput(renameFilterInput, input));
  if (result === "taken") throw taken();
  if (result === "gone") throw notFound("filter");
}

export async function deleteFilter(actor: Member, id: unknown): Promise<void> {
  authorize(actor, "credential:list");
  if (!(await deleteFilterRow(actor, parseInput(recordId, id)))) throw notFound("filter");
}
