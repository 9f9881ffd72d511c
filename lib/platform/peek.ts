/** One part of an input that is not parsed yet: the one that says what the whole has to look like. */
export function peek(input: unknown, key: string): unknown {
  return typeof input === "object" && input !== null && Object.hasOwn(input, key)
    ? (input as Record<string, unknown>)[key]
    : undefined;
}
