import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Member, Person } from "@/lib/auth/actor";
import { installationExists } from "@/lib/auth/auth-repository";
import { findPersonOnce } from "@/lib/auth/current-actor";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { PATH_HEADER } from "@/lib/platform/own-headers.mjs";
import { recordDenied } from "./record-refused";
import { ACCOUNT, HOME, returnPath } from "./return-path";

const pathOf = (requestHeaders: Headers) => returnPath(requestHeaders.get(PATH_HEADER) ?? undefined);

/**
 * Who looks at this page, also where their workspace wants a second factor first: for the account's page, and what is
 * around every page. Leads to the set-up or the sign-in where that is nobody, and back here afterwards.
 */
export async function pagePerson(): Promise<Person> {
  const requestHeaders = await headers();
  const person = await findPersonOnce(requestHeaders);
  if (person) return person;
  if (!(await installationExists())) redirect("/setup");
  const here = pathOf(requestHeaders);
  redirect(here === HOME ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
}

/** The same for every other page. Leads whoever has to show a second factor to where they can. */
export async function pageActor(): Promise<Member> {
  const person = await pagePerson();
  if (person.kind === "member") return person;
  redirect(`${ACCOUNT}?next=${encodeURIComponent(pathOf(await headers()))}`);
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
