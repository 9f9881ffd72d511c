import "server-only";
import { allConnectors } from "@/lib/connectors/registry";
import { skeleton } from "@/lib/platform/name-keys";
import { nameKey } from "@/lib/platform/text-schema";

/** Signs and spaces between letters make no other name. */
const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
const keysOf = (name: string) => [bare(nameKey(name)), bare(skeleton(name)), bare(skeleton(nameKey(name)))];

/** The built-in connector that a name is, or looks like. */
export function builtInLike(name: string): string | undefined {
  const keys = keysOf(name);
  return allConnectors.find((one) => keysOf(one.name).some((key, index) => key === keys[index]))?.name;
}

export function nameFlaw(name: string): string | undefined {
  const like = builtInLike(name);
  return like && `Latchkey has ${like} already. Choose a name that can't be taken for it.`;
}
