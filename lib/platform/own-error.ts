/** A class of errors of ours. It says its own kind, since a build shortens the names of classes. */
type OwnErrorClass<T extends Error> = (abstract new (...given: never[]) => T) & { readonly kind: string };

/**
 * Whether an error is of one of our classes or of one that extends it. The one way to ask: the build has every class up
 * to three times, and an error that another copy made and the process keeps is no `instanceof` of this one.
 */
export function isOwn<T extends Error>(error: unknown, { kind }: OwnErrorClass<T>): error is T {
  let made: unknown = error instanceof Error ? error.constructor : undefined;
  for (; typeof made === "function"; made = Object.getPrototypeOf(made))
    if (Object.hasOwn(made, "kind") && (made as Partial<OwnErrorClass<T>>).kind === kind) return true;
  return false;
}
