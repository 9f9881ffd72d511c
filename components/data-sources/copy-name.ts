import { graphemes } from "@/lib/platform/graphemes-dto";
import { NAME_MAX } from "@/lib/platform/limits-dto";

/** What a copy is called until someone finds a better name. Not longer than a name may be. */
export const copyName = (name: string): string => graphemes(`Copy of ${name}`).slice(0, NAME_MAX).join("").trim();
