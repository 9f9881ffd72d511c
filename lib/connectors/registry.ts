import { clariCopilot } from "./clari-copilot";
import type { Connector } from "./connector";
import { fireflies } from "./fireflies";
import { gong } from "./gong";

/** Every connector, in the order of the picker. */
export const connectors: readonly Connector[] = [clariCopilot, gong, fireflies];

export function findConnector(id: string): Connector | undefined {
  return connectors.find((connector) => connector.id === id);
}
