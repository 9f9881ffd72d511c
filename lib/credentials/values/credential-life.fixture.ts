import type { Principal } from "@/lib/auth/actor";
import { codeOfRefused } from "@/lib/checks/code-of-refused";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { getCredential } from "@/lib/credentials/get-credential";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { randomId } from "@/lib/platform/random-id";
import { createCredential } from "./create-credential";
import { replaceCredentialValues } from "./replace-credential-values";
import { rollbackCredential } from "./rollback-credential";

export const DAY = 86_400_000;
const connectorId = "clari-copilot";
const codeOfResult = (result: unknown) =>
  typeof result === "object" && result !== null && "verification" in result
    ? codeOfRefused(result.verification as VerificationResult)
    : undefined;
export const owner = async () => (await makeWorkspace("owner"))[0] as Member;
/** "done", or the code with which a door would refuse it. */
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    (result) => codeOfResult(result) ?? "done",
    (error: unknown) => {
      if (isOwn(error, Refusal)) return error.dto.code;
      throw error;
    },
  );

export async function add(actor: Principal, name: string, values: Record<string, string>) {
  const input = { connectorId, formId: randomId(), name, description: "", values, keepBoth: true };
  const result = await createCredential(actor, input);
  if (!result.saved) throw new Error("not saved");
  return result.credential;
}
export const tryToAddSource = (
  actor: Principal,
  credentialId: string,
  name: string,
  receipt?: string,
  signal?: AbortSignal,
) => {
  const form = { connectorId, credentialId, endpointId: "users", formId: randomId(), name, parameters: {} };
  return createDataSource(actor, { ...form, receipt }, signal);
};
export async function addSource(actor: Principal, credentialId: string, name: string) {
  const result = await tryToAddSource(actor, credentialId, name);
  if (!result.saved) throw new Error("not created");
  return result.dataSource;
}
export const replace = async (actor: Principal, credentialId: string, values: Record<string, string>) =>
  replaceCredentialValues(actor, {
    credentialId,
    revision: (await getCredential(actor, credentialId)).revision,
    values,
  });
export const rollBack = async (actor: Principal, credentialId: string, number: number) =>
  rollbackCredential(actor, {
    credentialId,
    number,
    revision: (await getCredential(actor, credentialId)).revision,
  });
export const actionsOn = async (subjectId: string) =>
  (await (await prisma()).auditEvent.findMany({ where: { subjectId }, orderBy: { at: "asc" } })).map(
    ({ action }) => action,
  );
export const sealedOf = async (credentialId: string) =>
  (
    await (
      await prisma()
    ).credentialVersion.findMany({
      where: { credentialId },
      select: { number: true, sealed: true, keyId: true },
      orderBy: { number: "asc" },
    })
  ).map(({ sealed, keyId }) => (sealed === null && keyId === null ? "destroyed" : "sealed"));
