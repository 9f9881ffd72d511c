import proven from "./proven.json";

/** Days on which it was seen at the provider itself; `npm run connectors:ask` writes them. */
export type Proven = { refusal?: string; acceptance?: string };

export function provenOf(id: string): Proven {
  const all: Readonly<Record<string, Proven>> = proven;
  return (Object.hasOwn(all, id) ? all[id] : undefined) ?? {};
}
