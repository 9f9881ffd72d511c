import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "./lib/platform/own-headers.mjs";

/** Sets the headers of every page. It authorizes nothing: that is each use case's own work. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // In development the style sheet is put in by script, without a nonce.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Next says it for pages, but not for where they redirect to.
  response.headers.set("cache-control", "no-store");
  return response;
}

// What is left out needs neither a nonce nor its own path: files and routes, to which next.config.js gives their headers.
// Not a letter more: "/icon.svg.x" is a page.
export const config = { matcher: "/((?!_next/static/|api/|mcp$|icon\\.svg$|latchkey\\.mjs$).*)" };
