import type { Question } from "@/components/checks/question";
import type { CheckPurpose } from "@/lib/checks/verification-dto";
import type { CredentialValues } from "@/lib/connectors/connector";

export type { Question };

/** Whether the provider accepts values that are typed. They are trimmed, as the server trims them. */
export function aboutTyped(connectorId: string, values: CredentialValues): Question {
  const trimmed = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value.trim()]));
  return { path: "/api/v1/credentials/verify", body: { connectorId, values: trimmed } };
}

/** Whether it accepts those that are stored, and for which act; *Verify now* is for none. */
export function aboutStored(credentialId: string, act: { purpose?: CheckPurpose; number?: number } = {}): Question {
  return { path: `/api/v1/credentials/${encodeURIComponent(credentialId)}/verify`, body: act };
}
