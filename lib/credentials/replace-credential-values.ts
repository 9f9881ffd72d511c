import "server-only";
import * as z from "zod/mini";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { findConnector } from "@/lib/connectors/registry";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { secretValues } from "@/lib/platform/secret-values";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { SaveCredentialDto } from "./credential-dto";
import { credentialReference, credentialValues, receipt } from "./credential-schema";
import { replaceValues } from "./credential-values-repository";
import { getCredential } from "./get-credential";
import { requireAccepted } from "./require-accepted";
import { changedMeanwhile } from "./update-credential";

/** *Replace values*: verifies the new values, then swaps all of them at once. Anything but "accepted" changes nothing. */
export async function replaceCredentialValues(actor: Actor, input: unknown): Promise<SaveCredentialDto> {
  authorize(actor, "credential:replace");
  requireRecentSignIn(actor);
  const { credentialId, revision } = parseInput(credentialReference, input);
  const { connectorId } = await getCredential(actor, credentialId);
  const connector = findConnector(connectorId);
  if (!connector) throw notFound("data source type");
  const { receipt: proof, ...form } = parseInput(z.object({ values: credentialValues(connector), receipt }), input);
  const values = secretValues(form.values);
  const accepted = await requireAccepted(actor, connector, values, proof);
  if ("verification" in accepted) return { saved: false, verification: accepted.verification };
  const swapped = await replaceValues(actor, credentialId, { connector, revision, values, check: accepted.check });
  const credential = await getCredential(actor, credentialId);
  if (!swapped) throw changedMeanwhile("credential");
  log.info({ credentialId, version: credential.version }, "values replaced");
  return { saved: true, credential };
}
