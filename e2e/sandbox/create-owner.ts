export type Owner = { name: string; email: string; password: string };

/** Makes the first account of a new installation over HTTP. False where it has an owner already. */
export async function createOwner(appUrl: string, token: string, owner: Owner): Promise<boolean> {
  const response = await fetch(`${appUrl}/api/v1/setup`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: appUrl },
    body: JSON.stringify({ token, ...owner }),
    signal: AbortSignal.timeout(30_000),
  });
  if (response.status === 201) return true;
  if (response.status === 409) return false;
  // The app does not echo what it was sent, so its words may be shown.
  throw new Error(`The owner could not be made: ${response.status} ${(await response.text()).slice(0, 300)}`);
}
