/** What a list is asked for by its address. What is empty or undefined is not in it. */
export type ListParameters = Readonly<Record<string, string | undefined>>;

/** Tells lists apart, in whichever order they name what they are asked for. */
export function listKey(parameters: ListParameters): string {
  return listHref("", Object.fromEntries(Object.entries(parameters).toSorted()));
}

/** The address of a list, or of a page of it, without anything that says nothing. */
export function listHref(path: string, parameters: ListParameters): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
