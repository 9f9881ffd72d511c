import type { Page } from "playwright/test";
import type { ProviderPerson } from "../sandbox/oidc-tokens";
import { type OidcProvider, startOidcProvider } from "../sandbox/start-oidc-provider";
import { captureAction } from "./capture-action";
import { test as base } from "./people";

export const CALLBACK = "/api/auth/callback/oidc";

/** An installation whose operator set up single sign-on with a provider on this machine. */
export const test = base.extend<object, { provider: OidcProvider; moreSettings: Record<string, string> }>({
  moreSettings: [{}, { option: true, scope: "worker" }],
  provider: [
    // biome-ignore lint/correctness/noEmptyPattern: playwright reads what a fixture needs from the pattern
    async ({}, use) => {
      const provider = await startOidcProvider();
      await use(provider);
      await provider.close();
    },
    { scope: "worker" },
  ],
  settings: [
    async ({ provider, moreSettings }, use) =>
      use({
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_NAME: "Acme",
        ...moreSettings,
      }),
    { scope: "worker" },
  ],
});

/** Someone new at the provider. */
export function addPerson(provider: OidcProvider, email: string, more: Partial<ProviderPerson> = {}): ProviderPerson {
  const person = { sub: crypto.randomUUID(), email, email_verified: true, name: "Grace Single", ...more };
  provider.people.set(email, person);
  return person;
}

/** Goes to the provider from a page of ours and types an address there. */
export async function goThrough(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await page.getByLabel("Account").fill(email);
  await page.getByRole("button", { name: "Sign in there" }).click();
}

const cookiesOf = (response: { headers: { getSetCookie(): string[] } }) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

export type RoundTrip = {
  /** The way back as the provider asks for it, and the cookies that fit it. */
  callback: string;
  cookie: string;
  /** Sends the browser back; answers with the path and the cookies that it gets. */
  finish(callback?: string, cookie?: string): Promise<{ path: string; cookie: string }>;
};

/** The same without a browser, up to the way back: to be changed, or sent again. */
export async function makeRoundTrips(page: Page, url: string, provider: OidcProvider) {
  await page.goto(`${url}/sign-in`);
  const action = await captureAction(page, () => page.getByRole("button", { name: "Continue with Acme" }).click());
  return async (email: string): Promise<RoundTrip> => {
    const begun = await action.send();
    const address = /"url":"(http[^"]+)"/.exec(await begun.text())?.[1]?.replaceAll("\\u0026", "&") ?? "";
    const asked = new URL(address);
    const login = await fetch(`${provider.issuer}/login${asked.search}`, {
      method: "POST",
      body: new URLSearchParams({ email }),
      redirect: "manual",
    });
    const callback = login.headers.get("location") ?? "";
    const flow = cookiesOf(begun);
    return {
      callback,
      cookie: flow,
      finish: async (to = callback, cookie = flow) => {
        const response = await fetch(to, { headers: { cookie }, redirect: "manual" });
        return { path: response.headers.get("location") ?? String(response.status), cookie: cookiesOf(response) };
      },
    };
  };
}
