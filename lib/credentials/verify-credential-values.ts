import "server-only";
import * as z from "zod/mini";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import { credentialValues } from "./credential-schema";
import { findKnownConnector } from "./find-known-connector";
import type { VerificationResult } from "./verification-dto";
import { verifyValues } from "./verify-values";

/** *Test*: asks the provider about values that are not stored, and stores nothing. */
export async function verifyCredentialValues(actor: Actor, input: unknown): Promise<VerificationResult> {
  authorize(actor, "credential:verify");
  const connector = findKnownConnector(input);
  const { values } = parseInput(z.object({ values: credentialValues(connector) }), input);
  return verifyValues(connector, values);
}
