import { bodyFaults } from "./body-faults";
import { correctFaults } from "./correct-faults";
import type { Fault } from "./fault";
import { statusFaults } from "./status-faults";
import { timingFaults } from "./timing-faults";

/** Every way in which the sandbox can misbehave: for `behave("…")`, or as the API Key `fault:…` with any password. */
export const FAULTS: readonly Fault[] = [...timingFaults, ...statusFaults, ...bodyFaults, ...correctFaults];

export type ChosenFault = { fault: Fault; argument: string };

/** Reads `name` or `name:argument`. Undefined where there is no such fault, or it does not take the argument. */
export function findFault(text: string): ChosenFault | undefined {
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const argument = colon < 0 ? "" : text.slice(colon + 1);
  const fault = FAULTS.find((candidate) => candidate.name === name);
  return fault && (fault.takes ?? /^$/).test(argument) ? { fault, argument } : undefined;
}
