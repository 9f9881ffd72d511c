import type { Member } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";

/** A data source and its credential as rows, which no provider was asked about. */
export async function makeSource({ workspaceId, userId }: Member, name: string): Promise<string> {
  const client = await prisma();
  const [credentialId, id] = [randomId(), randomId()];
  const connectorId = "clari-copilot";
  const common = { workspaceId, connectorId, name, nameKey: name };
  await client.credential.create({
    data: { id: credentialId, ...common, ownerId: userId, formId: credentialId, status: "UNVERIFIED" },
  });
  await client.dataSource.create({
    data: { id, ...common, credentialId, endpointId: "users", parameters: {}, createdById: userId, formId: id },
  });
  return id;
}
