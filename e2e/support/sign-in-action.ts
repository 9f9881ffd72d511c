import type { Browser, Page } from "playwright/test";
import { captureAction } from "./capture-action";

/** A browser that was never here, which says about itself what it likes. */
export async function stranger(browser: Browser, headers: Record<string, string> = {}): Promise<Page> {
  return (await browser.newContext({ extraHTTPHeaders: headers })).newPage();
}

/** The sign-in action, to be sent with any address, password and headers, and from any address of this machine. */
export async function signInAction(page: Page, url: string) {
  await page.goto(`${url}/sign-in`);
  const action = await captureAction(page, async () => {
    await page.getByLabel("Email").fill("someone@example.com");
    await page.getByLabel("Password", { exact: true }).fill("the-password-goes-here");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  });
  return async (
    email: string,
    password: string,
    { headers = {}, from }: { headers?: Record<string, string>; from?: string } = {},
  ) => {
    const response = await action.send({
      headers,
      ...(from ? { from } : {}),
      body: action.body.replace("someone@example.com", email).replace("the-password-goes-here", password),
    });
    return { status: response.status, body: await response.text() };
  };
}
