import "server-only";
import { sampleInput } from "@/lib/mcp/mcp-schema";
import { shortenRecords } from "@/lib/mcp/shorten-value";
import type { Tool } from "@/lib/mcp/tool";
import { SAMPLE_RECORDS, sampleSource } from "@/lib/reading/sample-source";

export const sampleRecordsTool: Tool<{ dataSourceId: string; count: number }> = {
  name: "sample_records",
  title: "Look at a few records",
  description: `Asks the provider of a data source for its first records, at most ${SAMPLE_RECORDS}, to see what they look like. Fields that are known to be about people read •••, long texts and lists are cut. It counts against the provider's limits, and the workspace's trail says that someone looked.`,
  input: sampleInput,
  asksProvider: true,
  run: async (actor, { dataSourceId, count }, signal) => {
    const { name, records, total, hasMore, hidden } = await sampleSource(actor, dataSourceId, count, signal);
    const shown = shortenRecords(records);
    return {
      ...{ dataSource: name, records: shown, hasMore: hasMore || shown.length < records.length },
      ...(total === undefined ? {} : { total }),
      ...(hidden === 0 ? {} : { credentialValuesHidden: hidden }),
    };
  },
};
