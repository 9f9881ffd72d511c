import "server-only";
import type { Reverified } from "@/lib/credentials/checks/reverify-due-credentials";
import { describeError, log } from "@/lib/platform/log";
import { type DutyName, duties, dutyNames } from "./duties";

type Done = { ok: true; result: unknown } | { ok: false };

/** Does one duty. A failure is logged, and keeps no other from being done: the database may be away for a while. */
export async function doDuty(name: DutyName, signal: AbortSignal): Promise<Done> {
  try {
    return { ok: true, result: await duties[name].work(signal) };
  } catch (error) {
    log.error({ duty: name, error: describeError(error) }, "a duty failed");
    return { ok: false };
  }
}

/** Does every duty, all at the same time, so that a long one keeps none waiting. */
export async function doAllDuties(signal: AbortSignal): Promise<Reverified & { failed: DutyName[] }> {
  const done = new Map<DutyName, Done>();
  await Promise.all(dutyNames.map(async (name) => done.set(name, await doDuty(name, signal))));
  const failed = dutyNames.filter((name) => !done.get(name)?.ok);
  const reverified = done.get("reverify");
  if (!reverified?.ok) return { checked: 0, moreDue: true, failed };
  return { ...(reverified.result as Reverified), failed };
}
