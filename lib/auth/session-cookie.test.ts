import { createHmac } from "node:crypto";
import { expect, it, vi } from "vitest";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { auth } from "./auth";
import { findSession } from "./current-actor";

const SECRET = vi.hoisted(() => {
  const secret = "0123456789abcdefghijklmnopqrstuv";
  vi.stubEnv("AUTH_SECRET", secret);
  return secret;
});

const sign = (token: string, secret = SECRET) => createHmac("sha256", secret).update(token).digest("base64");

it("S16: a cookie is somebody's exactly where the auth library, which sets it, says so", async () => {
  const [person] = await makeWorkspace("owner");
  const { api, $context } = await auth();
  const { internalAdapter, authCookies } = await $context;
  const { token } = await internalAdapter.createSession(person?.userId ?? "");
  const { name } = authCookies.sessionToken;
  const good = encodeURIComponent(`${token}.${sign(token)}`);
  const cookies: [boolean, string][] = [
    [true, `${name}=${good}`],
    [true, `theme=dark; ${name}=${good}; other=1`],
    [true, `${name}="${good}"`],
    [true, `${name}=${token}.${sign(token)}`],
    [false, `${name}=${token}`],
    [false, `${name}=`],
    [false, ""],
    [false, `${name.toLowerCase()}=${good}`],
    [false, `x${name}=${good}`],
    [false, `${name}=${good}A`],
    [false, `${name}=${encodeURIComponent(`${token}.${sign(token).slice(0, -1)}`)}`],
    [false, `${name}=${encodeURIComponent(`${token}.${sign(token, "another secret of the same length")}`)}`],
    [false, `${name}=${encodeURIComponent(`.${sign("")}`)}`],
    [false, `${name}=${encodeURIComponent(`nobody.${sign("nobody")}`)}`],
    [false, `${name}=%E0%A4%A`],
  ];
  for (const [isSomebodys, cookie] of cookies) {
    const headers = new Headers({ cookie });
    expect((await findSession(headers))?.userId, cookie).toBe(isSomebodys ? person?.userId : undefined);
    expect((await api.getSession({ headers }))?.user.id, cookie).toBe(isSomebodys ? person?.userId : undefined);
  }
});
