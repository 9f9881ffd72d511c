import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { noteRefused } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import type { ProbesDto } from "@/lib/checks/probe-dto";
import { probeValues } from "@/lib/checks/probe-values";
import { unreadable } from "@/lib/checks/unreadable";
import { Refusal } from "@/lib/platform/errors";
import { openStored } from "./check-stored-values";
import { recordProbe } from "./probe-repository";

/**
 * *What may it read?*: asks the provider for a little of each thing that its connector names, and says which of them the
 * stored values may read. Nothing of the credential changes, and nothing of an answer is kept.
 * @param signal cancels what is not asked yet
 */
export async function probeCredential(actor: Principal, id: unknown, signal?: AbortSignal): Promise<ProbesDto> {
  authorize(actor, "credential:verify");
  const { credentialId, name, connector, values } = await openStored(actor, { credentialId: id, trigger: "member" });
  if (connector.kind === "database" || !connector.probes) return { probes: [] };
  if (!values) {
    noteRefused(actor, "unreadable", connector);
    throw new Refusal("CREDENTIAL_UNREADABLE", unreadable(connector).message);
  }
  await recordProbe(actor, { id: credentialId, name });
  return { probes: await withinCheckLimits(actor, () => probeValues(actor, connector, values, signal)) };
}
