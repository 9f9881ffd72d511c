/** Alive: the process answers. Says nothing about what it stands on. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
}
