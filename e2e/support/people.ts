import type { Browser } from "playwright/test";
import { test as base, cookieOf, makeOwner, OWNER, signIn } from "./fixtures";

export type Role = "owner" | "admin" | "member" | "viewer";
export const PASSWORD = "another quiet sentence to remember";

// biome-ignore lint/suspicious/noExplicitAny: the answer of whichever route was asked
export type Answer = { status: number; body: any };

/** Someone with a session, or nobody: asks routes as a program would, without a browser. */
export class Person {
  readonly url: string;
  readonly cookie: string;
  readonly email: string;

  constructor(url: string, cookie: string, email: string) {
    this.url = url;
    this.cookie = cookie;
    this.email = email;
  }

  /** The session for a browser. The cookie demands a secure origin, which this machine is without TLS. */
  cookies(): { name: string; value: string; url: string; secure: boolean }[] {
    return this.cookie.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return {
        name: pair.slice(0, at),
        value: pair.slice(at + 1),
        url: this.url.replace("http:", "https:"),
        secure: true,
      };
    });
  }

  private async ask(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      ...init,
      headers: { cookie: this.cookie, ...init.headers },
      redirect: "manual",
    });
    const text = await response.text();
    // N6: a refusal never is one.
    if (response.status === 500) throw new Error(`500: ${init.method ?? "GET"} ${path}: ${text}`);
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, { headers });
  }

  /** @param headers also those of `ifMatch` and `onceFor` */
  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.ask(path, { method, ...sent, headers: { origin: this.url, ...headers } });
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("POST", path, body, headers);
  }

  patch(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("PATCH", path, body, headers);
  }

  put(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("PUT", path, body, headers);
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("DELETE", path, undefined, headers);
  }

  async userId(): Promise<string> {
    const { body } = await this.get("/members");
    return body.data.find(({ isYou }: { isYou: boolean }) => isYou).userId;
  }
}

/** The headers that say which revision of a thing was seen. */
export const ifMatch = (revision: number): Record<string, string> => ({ "if-match": `"${revision}"` });

/** The headers of what is carried out once, however often it is asked for. */
export const onceFor = (key: string): Record<string, string> => ({ "idempotency-key": key });

export const anonymous = (url: string) => new Person(url, "", "");

let count = 0;
export function newEmail(label: string): string {
  count += 1;
  return `${label}-${process.pid}-${count}@example.com`;
}

export const tokenOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);

/** The session of the installation's owner. */
export async function ownerOf(url: string, browser: Browser): Promise<Person> {
  await makeOwner(url);
  const page = await browser.newPage();
  await signIn(page, url);
  const person = new Person(url, await cookieOf(page), OWNER.email);
  await page.close();
  return person;
}

/** Invites someone new and accepts for them, without a browser. */
export async function join(
  inviter: Person,
  role: Role,
  name = `${role[0]?.toUpperCase()}${role.slice(1)}`,
): Promise<Person> {
  const email = newEmail(role);
  const invited = await inviter.post("/invitations", { email, role });
  if (invited.status !== 201) throw new Error(`not invited: ${JSON.stringify(invited)}`);
  const response = await fetch(`${inviter.url}/api/v1/invitations/accept`, {
    method: "POST",
    headers: { origin: inviter.url },
    body: JSON.stringify({ token: tokenOf(invited.body.link), name, password: PASSWORD }),
  });
  if (response.status !== 201) throw new Error(`not joined: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return new Person(inviter.url, cookie, email);
}

/** An installation with its owner, whose session needs no page of the test. */
export const test = base.extend<object, { owner: Person }>({
  owner: [async ({ home, browser }, use) => use(await ownerOf(home.app.url, browser)), { scope: "worker" }],
});

/** A body that creates a credential, which is verified with the sandbox. */
export const credentialBody = (pair: { apiKey: string; apiPassword: string }, name: string) => ({
  connectorId: "clari-copilot",
  name,
  description: "Made by a test.",
  values: pair,
  // Tests store the one pair of the sandbox again and again.
  keepBoth: true,
});

/** A body that creates a token for all data sources. */
export const tokenBody = (name: string, more: object = {}) => ({ name, sources: "every", expiresInDays: 90, ...more });

/** A body that creates a data source. */
export const dataSourceBody = (credentialId: string, name: string) => ({
  connectorId: "clari-copilot",
  credentialId,
  endpointId: "users",
  name,
  parameters: {},
});
