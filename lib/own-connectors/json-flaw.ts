import { DEFINED_AT_MOST } from "./definition-dto";
import { isOwnKey } from "./request-flaws";

const MOST = 5000;

/** Why JSON is no definition, whatever it says: looked at without going down into it by calls. */
export function jsonFlaw(json: unknown): string | undefined {
  const left: [value: unknown, depth: number][] = [[json, 0]];
  for (let seen = 0; left.length > 0; seen += 1) {
    const [value, depth] = left.pop() ?? [undefined, 0];
    if (seen > MOST) return "This has too many parts to be a connector.";
    if (depth > DEFINED_AT_MOST.depth) return "This is nested too deeply to be a connector.";
    if (typeof value !== "object" || value === null) continue;
    const reserved = Object.keys(value).find(isOwnKey);
    if (reserved !== undefined) return `Nothing in a connector can be called ${reserved}.`;
    left.push(...Object.values(value).map((one): [unknown, number] => [one, depth + 1]));
  }
  return undefined;
}
