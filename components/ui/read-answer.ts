import type { ErrorDto } from "@/lib/platform/result-dto";

/** A problem of RFC 9457, as routes refuse. */
type Problem = Omit<ErrorDto, "message"> & { detail: string };

/** What a route of ours answered. Rejects where that is no JSON. */
export async function readAnswer<T extends object>(response: Response): Promise<{ answer: T } | { error: ErrorDto }> {
  const body = await response.json();
  if (response.ok) return { answer: body as T };
  const { detail, ...problem } = body as Problem;
  // Routes speak to programs, which would show a token.
  const message = problem.code === "NOT_SIGNED_IN" ? "Your session has ended. Sign in again." : detail;
  return { error: { ...problem, message } };
}
