import type { CredentialValues } from "@/lib/connectors/connector";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { transferCredential } from "@/lib/credentials/transfer-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { deleteCredential } from "@/lib/data-sources/delete-credential";
import { DAY_MS } from "@/lib/platform/day-ms";
import { randomId } from "@/lib/platform/random-id";
import type { People } from "./seed-people";
import type { Plan } from "./seed-plan";

/** What each sandbox accepts, by connector. */
export type Pairs = Record<Plan["connectorId"], CredentialValues>;

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

async function saveOne(plan: Plan, people: People, values: CredentialValues): Promise<string> {
  const wrong = Object.fromEntries(Object.keys(values).map((id) => [id, `not-the-${randomId()}`]));
  const result = await createCredential(people.owner, {
    connectorId: plan.connectorId,
    formId: randomId(),
    name: plan.name,
    description: plan.description,
    rotateBy: plan.rotateIn === undefined ? null : dayIn(plan.rotateIn),
    values: plan.state === "refused" ? wrong : values,
    saveUnverified: plan.state !== "verified",
    keepBoth: true,
  });
  if (!result.saved) throw new Error(`${plan.name} was not saved: ${JSON.stringify(result)}`);
  return result.credential.id;
}

/** Makes one credential with all that the plan says of it, by the use cases that people's screens call. */
export async function seedCredential(plan: Plan, people: People, pairs: Pairs): Promise<void> {
  const { owner } = people;
  const values = pairs[plan.connectorId];
  const credentialId = await saveOne(plan, people, values);
  if (plan.state === "refused") await verifyCredential(owner, credentialId);
  for (let time = 1; time <= (plan.replaced ?? 0); time += 1)
    await replaceCredentialValues(people.admin, { credentialId, revision: time, values });
  for (const { endpointId, by } of plan.sources ?? []) {
    const made = await createDataSource(people[by], {
      connectorId: plan.connectorId,
      formId: randomId(),
      name: `${plan.name}: ${endpointId}`,
      ...{ credentialId, endpointId },
      parameters: {},
    });
    if (!made.saved) throw new Error(`${plan.name}: ${endpointId} was not created: ${JSON.stringify(made)}`);
  }
  if (plan.owner) await transferCredential(owner, { credentialId, ownerId: people[plan.owner].userId });
  if (plan.isDeleted) await deleteCredential(owner, credentialId);
}
