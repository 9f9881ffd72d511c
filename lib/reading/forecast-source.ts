import "server-only";
import { readerLimits } from "@/lib/checks/read-budget";
import type { Connector } from "@/lib/connectors/connector";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";
import { type Forecast, forecastRead } from "./forecast-read";
import { parentOf } from "./read-records";
import type { ReadDto } from "./reads-dto";

type Source = Pick<DataSourceDto, "endpointId" | "parameters">;

/**
 * What reading all of a source would take, by how many records its last read counted; at whose pace. Undefined where no
 * read of all of them says it.
 * @param reads the newest first
 */
export function forecastSource(
  { endpointId, parameters }: Source,
  connector: Connector | undefined,
  reads: readonly Pick<ReadDto, "total" | "since">[],
): { cost: Forecast; provider: string } | undefined {
  const endpoint = connector?.endpoints.find(({ id }) => id === endpointId);
  const total = reads.find((read) => read.total !== undefined && read.since === undefined)?.total;
  if (!connector || !endpoint || total === undefined) return undefined;
  const parent = parentOf({ endpoints: connector.endpoints, endpoint, parameters });
  return { cost: forecastRead(endpoint, { ...readerLimits(connector), total }, parent), provider: connector.name };
}
