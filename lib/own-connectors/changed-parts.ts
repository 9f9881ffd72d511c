import { isDeepStrictEqual } from "node:util";
import type { Definition } from "./definition-dto";
import type { DefinitionPart } from "./own-connector-dto";

const PARTS = ["name", "summary", "fields", "placements", "proof", "guide", "limits", "endpoints"] as const;

/** Which parts of a definition are others than before. */
export const changedParts = (before: Definition, after: Definition): DefinitionPart[] =>
  PARTS.filter((part) => !isDeepStrictEqual(before[part], after[part]));
