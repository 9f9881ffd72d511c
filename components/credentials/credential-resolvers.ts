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

// Loaded by `lazyResolver` only: an import of this file from a component would put all of zod into its page.

export function credentialResolver(connector: SignInConnector): Resolver<CredentialForm> {
  return zodResolver(credentialForm(connector));
}

export function valuesResolver(connector: SignInConnector): Resolver<{ values: CredentialValues }> {
  return zodResolver(z.object({ values: credentialValues(connector) }));
}

export type DetailsForm = { name: string; description: string; rotateBy: string | null };

export function detailsResolver(): Resolver<DetailsForm> {
  return zodResolver(z.object({ name: credentialName, description: credentialDescription, rotateBy }));
}
