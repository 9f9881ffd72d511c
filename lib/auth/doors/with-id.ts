/** A body with what the path names; the path counts where the body names it too. */
export function withId(input: unknown, path: Record<string, string>): unknown {
  return typeof input === "object" && input !== null && !Array.isArray(input) ? { ...input, ...path } : input;
}
