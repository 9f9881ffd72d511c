/**
 * Whether the auth library said no. By the error's shape: its class exists once for each way it is bundled, so
 * `instanceof` does not tell.
 */
export function isAuthRefusal(error: unknown): boolean {
  return (
    error instanceof Error && "statusCode" in error && [400, 401, 403, 409, 429].includes(Number(error.statusCode))
  );
}
