import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Member } from "@/lib/auth/actor";
import { installationExists } from "@/lib/auth/auth-repository";
import { findActorOnce } from "@/lib/auth/current-actor";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { PATH_HEADER } from "@/lib/platform/own-headers.mjs";
import { recordDenied } from "./record-refused";
import { HOME, returnPath } from "./return-path";

/** Who looks at this page. Leads to the set-up or the sign-in where that is nobody, and back here afterwards. */
export async function pageActor(): Promise<Member> {
  const requestHeaders = await headers();
  const actor = await findActorOnce(requestHeaders);
  if (actor) return actor;
  if (!(await installationExists())) redirect("/setup");
  const here = returnPath(requestHeaders.get(PATH_HEADER) ?? undefined);
  redirect(here === HOME ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
}

/** For pages: what a use case says is not there, or not for this person, becomes the page "not found". */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await recordDenied(error);
    if (isOwn(error, Refusal) && ["NOT_FOUND", "FORBIDDEN"].includes(error.dto.code)) notFound();
    throw error;
  }
}
