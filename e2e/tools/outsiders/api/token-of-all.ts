/** What a token can be for, but for its use by an assistant: as the document names it. */
export async function scopesOf(url: string): Promise<string[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { "x-latchkey-access": string; "x-latchkey-permission"?: string }>>;
  };
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const scopes = operations
    .filter((operation) => operation["x-latchkey-access"] === "token")
    .flatMap((operation) => operation["x-latchkey-permission"] ?? []);
  return [...new Set(scopes)];
}

/** A token for all that a token can be for. */
export async function makeToken(url: string, cookie: string): Promise<string> {
  const response = await fetch(`${url}/tokens`, {
    method: "POST",
    headers: { cookie, origin: new URL(url).origin },
    body: JSON.stringify({ name: "Outsiders", scopes: await scopesOf(url), sources: "every", expiresInDays: 1 }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { value: string }).value;
}
