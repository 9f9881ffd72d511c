import type { ParameterValue, ParameterValues } from "@/lib/connectors/connector";

/** Parameters as they are stored: without those that were left empty. */
export function setParameters(parameters: object): ParameterValues {
  return Object.fromEntries(
    Object.entries(parameters).filter((entry): entry is [string, ParameterValue] => entry[1] !== undefined),
  );
}
