import "server-only";
import { allowedOrigins, publicUrl } from "./public-url";

/** The origin that a client asked at, where it is one of ours; else the configured one. For links in answers. */
export function originOf({ headers, url }: Request): string {
  const { protocol } = publicUrl();
  const asked = `${protocol}//${headers.get("host") ?? new URL(url).host}`;
  return allowedOrigins().has(asked) ? asked : publicUrl().origin;
}
