import "server-only";
import type { Transaction } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";

export type NewNotice = {
  workspaceId: string;
  kind: "credential.failed" | "credential.recovered";
  credentialId: string;
  credentialName: string;
  connectorId: string;
};

/** Writes down what a workspace is to be told, in the transaction of what happened. */
export async function recordNotice(tx: Transaction, notice: NewNotice): Promise<void> {
  await tx.notice.create({ data: { id: randomId(), ...notice }, select: { id: true } });
}
