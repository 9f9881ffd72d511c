import type { ClariPair } from "./clari-pair";
import { type ChosenFault, findFault } from "./faults";

const FAULT_KEY = "fault:";

/** `attempt` is which request this is since the fault was chosen, from 1. */
export type FaultChoice = (ChosenFault & { text: string; attempt: number }) | "unknown" | undefined;

export const isFaultKey = ({ apiKey }: ClariPair) => apiKey.startsWith(FAULT_KEY);

/**
 * Decides which fault answers a request: one that was set for all, or else the one that its key names, or else what
 * `flaky` names for a request with the right pair.
 */
export function faultChooser(flaky: () => string | undefined) {
  let forAll: { text: string; chosen: ChosenFault; left: number; attempt: number } | undefined;
  const attempts = new Map<string, number>();
  const byKey = (presented: ClariPair): FaultChoice => {
    const text = presented.apiKey.slice(FAULT_KEY.length);
    const chosen = findFault(text);
    if (!chosen) return "unknown";
    const id = JSON.stringify([presented.apiKey, presented.apiPassword]);
    const attempt = (attempts.get(id) ?? 0) + 1;
    attempts.set(id, attempt);
    return { ...chosen, text, attempt };
  };
  return {
    behave(text?: string, times = Number.POSITIVE_INFINITY): void {
      const chosen = text === undefined ? undefined : findFault(text);
      if (text !== undefined && !chosen) throw new Error(`The sandbox has no fault ${JSON.stringify(text)}.`);
      forAll = text !== undefined && chosen ? { text, chosen, left: times, attempt: 0 } : undefined;
      attempts.clear();
    },
    choose(presented: ClariPair, isRight: boolean): FaultChoice {
      if (forAll && forAll.left > 0) {
        forAll.left -= 1;
        forAll.attempt += 1;
        return { ...forAll.chosen, text: forAll.text, attempt: forAll.attempt };
      }
      // Without a password it is an ordinary request that lacks a header.
      if (isFaultKey(presented) && presented.apiPassword !== "") return byKey(presented);
      const text = isRight ? flaky() : undefined;
      const chosen = text === undefined ? undefined : findFault(text);
      return text !== undefined && chosen ? { ...chosen, text, attempt: 1 } : undefined;
    },
  };
}
