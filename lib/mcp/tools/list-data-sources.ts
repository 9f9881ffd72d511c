import "server-only";
import { healthWords } from "@/lib/mcp/health-words";
import { pageInput } from "@/lib/mcp/mcp-schema";
import type { Tool } from "@/lib/mcp/tool";
import { listSourcesWithReads, type SourceWithRead } from "@/lib/reading/list-sources-with-reads";

function describeSource({ source, connector, lastRead }: SourceWithRead) {
  const { id, name, connectorId, endpointId, credential } = source;
  return {
    ...{ id, name, type: connector?.name ?? connectorId },
    endpoint: connector?.endpoints.find((one) => one.id === endpointId)?.name ?? endpointId,
    credential: { id: credential.id, name: credential.name, health: healthWords(credential) },
    lastRead: lastRead
      ? { startedAt: lastRead.startedAt, status: lastRead.status, records: lastRead.records, words: lastRead.sentence }
      : null,
  };
}

export const listDataSourcesTool: Tool<{ after?: string | undefined }> = {
  name: "list_data_sources",
  title: "List data sources",
  description:
    "Lists the data sources of the workspace, fifty a page, the newest first: what they read, with which credential, whether that still works, and how the last read ended.",
  input: pageInput,
  run: async (actor, { after }) => {
    const page = await listSourcesWithReads(actor, after === undefined ? {} : { after });
    return { dataSources: page.sources.map(describeSource), ...(page.after ? { next: page.after } : {}) };
  },
};
