import "server-only";
import { inTransaction, type Transaction } from "@/lib/platform/database";

/** Sign-ins that wait for their code, begun with a way in that is being taken away. */
export async function forgetFirstStepsIn(tx: Transaction, userId: string): Promise<void> {
  await tx.verification.deleteMany({ where: { value: userId } });
}

/** The same, alone: where one was begun behind it. */
export async function forgetFirstSteps(userId: string): Promise<void> {
  await inTransaction((tx) => forgetFirstStepsIn(tx, userId));
}
