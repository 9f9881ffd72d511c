import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { refuse, statusOfUnfit } from "./refuse.mjs";

const statusOf = (method: string, url: string) => statusOfUnfit({ method, url, headers: {} } as IncomingMessage);

it("N3, N10: what changes a thing by its address is for the API's addresses alone, and TRACE for none", () => {
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect(statusOf(method, "/api/v1/credentials/x"), method).toBeUndefined();
    for (const url of ["/", "/credentials", "/api/auth/session", "/api/v1", "//api/v1/credentials/x", "/_next/x"])
      expect(statusOf(method, url), `${method} ${url}`).toBe(405);
  }
  for (const url of ["/", "/api/v1/credentials"]) {
    for (const method of ["TRACE", "CONNECT", "PROPFIND"]) expect(statusOf(method, url), `${method} ${url}`).toBe(405);
    for (const method of ["GET", "HEAD", "POST", "OPTIONS"])
      expect(statusOf(method, url), `${method} ${url}`).toBeUndefined();
  }
});

it("N6: what Next never sees is a problem of RFC 9457 for programs too, and names its request", async () => {
  const server = createServer((request, response) => refuse(request, response, statusOfUnfit(request) ?? 413));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (path: string, method = "GET", type = "") => {
    const response = await fetch(url + path, { method, headers: type ? { "content-type": type } : {} });
    return { response, text: await response.text() };
  };
  const wanted = [
    [await ask("/api/v1/credentials/%zz"), 400, "INVALID_INPUT"],
    [await ask("/api/nowhere", "PUT"), 405, "METHOD_NOT_ALLOWED"],
    [await ask("/api/v1/credentials", "POST", "multipart/form-data"), 415, "INVALID_INPUT"],
    [await ask("/sign-in"), 413, "TOO_LARGE"],
  ] as const;
  for (const [{ response, text }, status, code] of wanted) {
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    const instance = `urn:latchkey:request:${response.headers.get("latchkey-request-id")}`;
    expect(JSON.parse(text)).toMatchObject({ status, code, instance });
  }
  expect((await ask("/sign-in", "PUT")).text).toBe("");
  server.close();
});
