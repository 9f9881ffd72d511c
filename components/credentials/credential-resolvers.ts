import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import type { CredentialValues, SignInConnector } from "@/lib/connectors/connector";
import {
  type CredentialForm,
  credentialDescription,
  credentialForm,
  credentialName,
  credentialValues,
  rotateBy,
} from "@/lib/credentials/credential-schema";
import { dayIn } from "@/lib/settings/rotation-dto";

// Loaded by `lazyResolver` only: an import of this file from a component would put all of zod into its page.

const PASSED = "This day has passed: everyone would be told at once that it is overdue. Choose today or a later one.";

/** Programs may set a day that has passed, to say that values are overdue; a person mistyped. The day that is there may stay. */
const dayAhead = (kept?: string) => rotateBy.check(z.refine((day) => !day || day === kept || day >= dayIn(0), PASSED));

export function credentialResolver(connector: SignInConnector): Resolver<CredentialForm> {
  return zodResolver(z.extend(credentialForm(connector), { rotateBy: z.optional(dayAhead()) }));
}

export function valuesResolver(connector: SignInConnector): Resolver<{ values: CredentialValues }> {
  return zodResolver(z.object({ values: credentialValues(connector) }));
}

export type DetailsForm = { name: string; description: string; rotateBy: string | null };

/** @param kept the day that the credential has */
export function detailsResolver(kept: string): Resolver<DetailsForm> {
  return zodResolver(z.object({ name: credentialName, description: credentialDescription, rotateBy: dayAhead(kept) }));
}
