/** An empty parameter, as a form sends it, is as good as none. */
export function withoutEmpty(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== "" && value !== undefined));
}
