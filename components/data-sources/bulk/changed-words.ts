import { counted } from "@/lib/platform/counted-dto";

/** What *Change credential* came to: "2 data sources now use “Sales US”. 1 already did." */
export function changedWords({ changed, already }: { changed: number; already: number }, name: string): string {
  const done = `${counted(changed, "data source now uses", "data sources now use")} “${name}”.`;
  return already === 0 ? done : `${done} ${already} already did.`;
}
