import type { App } from "./start-app";

/** *Save* without a check; the status, 0 where there was no answer. */
export function saveAs(
  { app, clari }: { app: App; clari: { pair: object } },
  cookie: string,
  name: string,
): Promise<number> {
  return fetch(`${app.url}/api/v1/credentials`, {
    method: "POST",
    headers: { cookie, origin: app.url, "idempotency-key": `"form-of-${name}"` },
    body: JSON.stringify({
      connectorId: "clari-copilot",
      name,
      description: "",
      values: clari.pair,
      saveUnverified: true,
      keepBoth: true,
    }),
  }).then(
    ({ status }) => status,
    () => 0,
  );
}
