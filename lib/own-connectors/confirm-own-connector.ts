import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { noteSubject } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { OwnConnectorDto } from "./own-connector-dto";
import { ownConnectorInput } from "./own-connector-schema";
import { confirmRow } from "./own-connector-write-repository";
import { getOwnConnector } from "./own-connectors";
import { requireHost } from "./require-host";

/**
 * *Confirm*: a second owner or admin says that values may go to the host of a connector, where the operator allows any.
 * Without it nobody can add a credential for it.
 */
export async function confirmOwnConnector(actor: Actor, input: unknown): Promise<OwnConnectorDto> {
  authorize(actor, "connector:define");
  requireRecentSignIn(actor);
  const { id } = parseInput(ownConnectorInput, input);
  const before = await getOwnConnector(actor, id);
  noteSubject(actor, { id, name: before.definition.name });
  requireHost(before.definition.host);
  if (before.confirmation.state !== "needed") return before;
  if (!before.confirmation.canConfirm)
    throw new Refusal("FORBIDDEN", "Someone else has to confirm the host: you defined this connector.");
  await confirmRow(actor, id, before.definition);
  return getOwnConnector(actor, id);
}
