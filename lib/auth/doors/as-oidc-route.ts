import "server-only";
import { CONFIRM_IDENTITY } from "@/lib/auth/auth-dto";
import { peerOf } from "@/lib/auth/peer-of";
import { recordRefusedSignIn } from "@/lib/auth/sign-in/session-audit-repository";
import { countStep, giveStepsBack } from "@/lib/auth/sign-in/sign-in-limits";
import { type OidcFlow, takeFlow } from "@/lib/auth/sso/oidc-flow";
import { OidcProblem, type OidcProblemCode } from "@/lib/auth/sso/oidc-problem";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { toRefusal } from "@/lib/platform/to-error-dto";

/** What the trail is told of: someone was there. The others say only that nobody got as far. */
const AUDITED: readonly OidcProblemCode[] = ["refused", "not-verified", "not-invited", "no-workspace", "other-person"];

function codeOf(error: unknown, peer: string | undefined): OidcProblemCode {
  if (isOwn(error, OidcProblem)) {
    log.warn({ peer, problem: error.code, reason: error.reason }, "single sign-on refused");
    return error.code;
  }
  if (isOwn(error, Refusal) && error.dto.code === "TOO_MANY_ATTEMPTS") return "too-many";
  // Logs it, where it is one that nobody expected.
  return toRefusal(error).dto.code === "FORBIDDEN" ? "no-workspace" : "unexpected";
}

type Act = (search: string, flow: OidcFlow, headers: Headers) => Promise<string>;

/**
 * The frame of the way back from the provider of single sign-on. Another site sends the browser here, so there is no
 * origin to look at: what counts is that the answer fits what this browser began. Always leads on to a page of ours,
 * never anywhere else, and what went wrong is a word of ours in its address.
 */
export async function asOidcRoute(request: Request, acts: { signIn: Act; confirm: Act }): Promise<Response> {
  const peer = peerOf(request.headers);
  const flow = await takeFlow();
  const confirms = flow?.sessionId !== undefined;
  let location: string;
  try {
    if (!flow) throw new OidcProblem("expired", { reason: "no-flow" });
    await countStep(peer);
    location = await (confirms ? acts.confirm : acts.signIn)(new URL(request.url).search, flow, request.headers);
    await giveStepsBack(peer);
  } catch (error) {
    const problem = codeOf(error, peer);
    if (AUDITED.includes(problem) && !confirms) {
      const email = (isOwn(error, OidcProblem) && error.email) || "";
      await recordRefusedSignIn(email, peer, `single-sign-on-${problem}`).catch(toRefusal);
    }
    const next = flow && !confirms ? { next: flow.next } : {};
    location = `${confirms ? CONFIRM_IDENTITY : "/sign-in"}?${new URLSearchParams({ problem, ...next })}`;
  }
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
