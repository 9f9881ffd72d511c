import "server-only";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { healthWords } from "@/lib/mcp/health-words";
import { pageInput } from "@/lib/mcp/mcp-schema";
import type { Tool } from "@/lib/mcp/tool";
import { connectorsIn, type FindConnector } from "@/lib/own-connectors/find-connector";

/** What a tile shows. Named one by one, so that nothing slips in. */
function describeTile(credential: CredentialTileDto, find: FindConnector) {
  const { id, name, description, connectorId, status, checkedAt, verifiedAt, failedAt, rotation, usedBy } = credential;
  return {
    ...{ id, name, description, usedByDataSources: usedBy },
    type: find(connectorId)?.name ?? connectorId,
    health: healthWords(credential),
    needsAttention: status === "FAILED",
    ...(failedAt === undefined ? {} : { needsAttentionSince: failedAt }),
    ...(checkedAt === undefined ? {} : { lastCheckedAt: checkedAt }),
    ...(verifiedAt === undefined ? {} : { lastVerifiedAt: verifiedAt }),
    ...(rotation === undefined ? {} : { rotateBy: rotation.dueOn, rotation: rotation.state }),
  };
}

export const listCredentialsTool: Tool<{ after?: string | undefined }> = {
  name: "list_credentials",
  title: "List credentials",
  description:
    "Lists the stored credentials of the workspace, fifty a page, the newest first: what they are for, whether their provider still accepts them, since when they need attention, when to rotate them. No secret value is in it.",
  input: pageInput,
  run: async (actor, { after }) => {
    const page = await listCredentials(actor, { after });
    const find = await connectorsIn(
      actor.workspaceId,
      page.credentials.map(({ connectorId }) => connectorId),
    );
    return {
      credentials: page.credentials.map((credential) => describeTile(credential, find)),
      ...(page.after ? { next: page.after } : {}),
    };
  },
};
