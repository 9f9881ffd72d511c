import "server-only";
import { httpOf } from "@/lib/connectors/database-connector";
import { connectorsIn } from "@/lib/own-connectors/find-connector";
import { DAY_MS } from "@/lib/platform/day-ms";
import { momentPageInput } from "@/lib/platform/moment-page";
import { parseInput } from "@/lib/platform/to-error-dto";
import { requireReadable } from "./open-source";
import { listReadDays, listReadRows } from "./read-rows-repository";
import type { ReadDayDto, ReadPageDto } from "./reads-dto";
import type { Reader } from "./still-may-read";
import { toReadDto } from "./to-read-dto";

const PAGE = 20;
/** Reads are kept for so many days; the chart has fewer. */
const CHART_DAYS = 30;

/** A page of a data source's reads, the newest first. */
export async function listReads(
  reader: Reader,
  dataSourceId: unknown,
  page: Record<string, unknown> = {},
): Promise<ReadPageDto> {
  const { id } = await requireReadable(reader, dataSourceId);
  const { shown, ...next } = await listReadRows(reader.workspaceId, id, parseInput(momentPageInput, page), PAGE);
  const find = await connectorsIn(
    reader.workspaceId,
    shown.map(({ connectorId }) => connectorId),
  );
  return { reads: shown.map((row) => toReadDto(row, httpOf(find(row.connectorId)))), ...next };
}

/** What was read of a data source on each of the last thirty days, days without a read included; UTC. */
export async function listReadsByDay(reader: Reader, dataSourceId: unknown, now = Date.now()): Promise<ReadDayDto[]> {
  const { id } = await requireReadable(reader, dataSourceId);
  const first = Math.floor(now / DAY_MS) * DAY_MS - (CHART_DAYS - 1) * DAY_MS;
  const found = new Map(
    (await listReadDays(reader.workspaceId, id, new Date(first))).map((row) => [row.day.getTime(), row]),
  );
  return Array.from({ length: CHART_DAYS }, (_, index) => {
    const at = first + index * DAY_MS;
    const { records = 0, complete = 0, failed = 0 } = found.get(at) ?? {};
    return { day: new Date(at).toISOString().slice(0, 10), records: Number(records), complete, failed };
  });
}
