import { ReadsSection } from "@/components/reading/reads-section";
import type { Member } from "@/lib/auth/actor";
import type { Connector } from "@/lib/connectors/connector";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";
import { forecastSource } from "@/lib/reading/forecast-source";
import { listReads, listReadsByDay } from "@/lib/reading/list-reads";

type SourceReadsProps = { actor: Member; source: DataSourceDto; connector: Connector | undefined };

/** *Last reads* of a source, for who may read it. */
export async function SourceReads({ actor, source, connector }: SourceReadsProps) {
  const [{ reads }, days] = await Promise.all([listReads(actor, source.id), listReadsByDay(actor, source.id)]);
  return <ReadsSection days={days} forecast={forecastSource(source, connector, reads)} reads={reads} />;
}
