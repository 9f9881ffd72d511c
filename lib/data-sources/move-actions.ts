"use server";

import { asAction, asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { MoveDto, MovePreviewDto } from "./data-source-dto";
import { moveDataSources } from "./move-data-sources";
import { previewMove } from "./preview-move";

export async function previewMoveAction(
  from: unknown,
  credentialId: unknown,
  search: unknown,
): Promise<ActionResult<MovePreviewDto>> {
  return asAction(from, (actor) => previewMove(actor, credentialId, search));
}

export async function moveDataSourcesAction(from: unknown, input: unknown): Promise<ActionResult<MoveDto>> {
  return asChange(from, (actor) => moveDataSources(actor, input));
}
