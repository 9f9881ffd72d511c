import "server-only";
import { peerOf } from "@/lib/auth/peer-of";
import { Refusal } from "@/lib/platform/errors";
import { recordRefusedToken, whyOver } from "./find-token-holder";
import { findShownToken } from "./holder-repository";
import { hashTokenValue, looksLikeToken } from "./token-form";

const NAMES: ReadonlySet<string> = new Set(["token", "access_token"]);

/** Refuses a token in the query of an address: servers and proxies write those down, so it is no secret any more. */
export async function refuseTokenInAddress(request: Request): Promise<void> {
  const found = [...new URL(request.url).searchParams].find(
    ([name, value]) => looksLikeToken(value) || NAMES.has(name.toLowerCase()),
  );
  if (found === undefined) return;
  const hash = hashTokenValue(found[1]);
  const token = hash === undefined ? undefined : await findShownToken(hash);
  if (token && whyOver(token, new Date()) === undefined)
    await recordRefusedToken(token, peerOf(request.headers), "in-address");
  throw new Refusal(
    "TOKEN_IN_ADDRESS",
    "Send the token in the Authorization header, and revoke this one: addresses end up in logs, so it's no longer secret.",
  );
}
