import "server-only";
import { httpConnectorIn } from "@/lib/own-connectors/find-connector";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { requireReadable } from "./open-source";
import { parseQuery } from "./parse-query";
import { findReadRow, listCheckpoints } from "./read-rows-repository";
import { readInput, writeCursorText } from "./read-schema";
import type { ReadWithCheckpointsDto } from "./reads-dto";
import type { Reader } from "./still-may-read";
import { toReadDto } from "./to-read-dto";

/** So many places are named: whoever holds fewer records than the last of them asks with `lines`. */
const CHECKPOINTS = 100;

/**
 * One read, and the last places from which it can be continued.
 * @param query `lines`: the caller holds so many, and only places up to there are of use
 */
export async function getRead(
  reader: Reader,
  id: unknown,
  query = new URLSearchParams(),
): Promise<ReadWithCheckpointsDto> {
  const { lines = Number.MAX_SAFE_INTEGER } = parseQuery(readInput, query);
  const parsed = recordId.safeParse(id);
  const row = parsed.success ? await findReadRow(reader.workspaceId, parsed.data) : undefined;
  if (!row) throw notFound("read");
  await requireReadable(reader, row.dataSourceId);
  const checkpoints = await listCheckpoints(reader.workspaceId, row.id, CHECKPOINTS, Math.min(lines, 2_147_483_647));
  return {
    ...toReadDto(row, await httpConnectorIn(reader.workspaceId, row.connectorId)),
    checkpoints: checkpoints.map(({ records }) => ({ records, cursor: writeCursorText({ readId: row.id, records }) })),
  };
}
