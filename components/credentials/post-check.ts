import { NOT_SENT } from "@/components/ui/not-sent";
import { WORKSPACE_HEADER } from "@/lib/auth/auth-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** The answer of a route that checks, why it refused, or that the person stopped it. */
export type Posted<T> = { answer: T } | { error: ErrorDto } | { stopped: true };

/**
 * Asks a route to check, for the workspace that the page was rendered for. Aborting the signal closes the request, and with it the server's own to the
 * provider.
 */
export async function postCheck<T extends object>(
  path: string,
  from: string,
  body: unknown,
  signal: AbortSignal,
): Promise<Posted<T>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", [WORKSPACE_HEADER]: from },
      body: JSON.stringify(body),
      signal,
    });
    const answer = (await response.json()) as T & { error?: ErrorDto };
    return answer.error ? { error: answer.error } : { answer };
  } catch {
    return signal.aborted ? { stopped: true } : { error: NOT_SENT };
  }
}
