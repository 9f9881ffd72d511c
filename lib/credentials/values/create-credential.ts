import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { checkTypedValues } from "@/lib/credentials/checks/check-typed-values";
import type { DuplicateDto, SaveCredentialDto } from "@/lib/credentials/credential-dto";
import { findRival } from "@/lib/credentials/credential-repository";
import { createCredentialInput } from "@/lib/credentials/credential-schema";
import { findKnownConnector } from "@/lib/credentials/find-known-connector";
import { requireAllowedHost } from "@/lib/credentials/require-allowed-host";
import { requireUsable } from "@/lib/credentials/require-usable";
import { nameTaken } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { nameKeys } from "@/lib/platform/name-keys";
import { randomId } from "@/lib/platform/random-id";
import { secretValues } from "@/lib/platform/secret-values";
import { parseInput } from "@/lib/platform/to-error-dto";
import { insertCredential } from "./credential-values-repository";
import { findDuplicate } from "./duplicate-repository";
import { fingerprintValues } from "./fingerprint-values";
import { requireAccepted } from "./require-accepted";

/** Where these values are stored already. */
async function describeDuplicate(
  workspaceId: string,
  connector: AnyConnector,
  values: CredentialValues,
  formId: string,
): Promise<DuplicateDto | undefined> {
  const found = await findDuplicate(workspaceId, fingerprintValues(workspaceId, connector, values), formId);
  return found && { kind: found.kind, credential: found.credential, others: found.count - 1 };
}

/**
 * *Save*: verifies the values, then stores them. Refused values are never stored; where the provider could not be
 * asked, they are stored only if the input says so; values that are stored already, only with `keepBoth`. The same
 * form sent twice makes one credential.
 * @param signal stops a check that is made here; nothing is stored then
 */
export async function createCredential(actor: Actor, input: unknown, signal?: AbortSignal): Promise<SaveCredentialDto> {
  authorize(actor, "credential:create");
  requireRecentSignIn(actor);
  const connector = await findKnownConnector(actor, input);
  requireUsable(connector);
  const parsed = parseInput(createCredentialInput(connector), input);
  const { formId, receipt, saveUnverified = false, keepBoth = false, name, description, rotateBy } = parsed;
  const values = secretValues(parsed.values);
  requireAllowedHost(connector, values);
  const { workspaceId, userId } = actor;

  const keys = nameKeys(name);
  // Before the provider is asked: a name that is taken needs no check to be refused.
  const rival = await findRival(workspaceId, formId, keys);
  if (rival === "name-taken") throw nameTaken("credential");
  if (rival) return { saved: true, credential: rival };

  const typed = { workspaceId, userId, connectorId: connector.id, values };
  const ask = () => checkTypedValues(actor, connector, values, signal);
  // What says that nothing can be verified is written down with it; nobody is asked for that.
  const isSaved = saveUnverified && connector.own?.isVerifiable !== false;
  const check = isSaved ? undefined : await requireAccepted(typed, { receipt, signal }, ask);
  if (check && "verification" in check) return { saved: false, verification: check.verification };

  const duplicate = keepBoth ? undefined : await describeDuplicate(workspaceId, connector, values, formId);
  if (duplicate) {
    // It may have come first with this very name, in this very moment.
    if (await findRival(workspaceId, formId, keys)) throw nameTaken("credential");
    return { saved: false, duplicate };
  }

  const started = performance.now();
  const credential = await insertCredential(actor, {
    id: randomId(),
    connector,
    name,
    ...keys,
    description,
    rotateBy: rotateBy ? new Date(rotateBy) : null,
    formId,
    values,
    check: check?.check,
  });
  const storeMs = Math.round((performance.now() - started) * 10) / 10;
  if (credential) {
    log.info(
      { credentialId: credential.id, connectorId: connector.id, status: credential.status, storeMs },
      "credential created",
    );
    return { saved: true, credential };
  }
  // Another request came first: this very form from another tab, or another credential of this name.
  const winner = await findRival(workspaceId, formId, keys);
  if (typeof winner === "object") return { saved: true, credential: winner };
  throw nameTaken("credential");
}
