import "server-only";
import { deriveKey } from "@/lib/auth/derive-key";

/**
 * The secret that a workspace's webhooks are signed with, in the form of Standard Webhooks: `whsec_` and 32 bytes of
 * base64. Derived from the secret of the installation, so nothing is stored that could leak; another version is
 * another secret.
 */
export function webhookSecret(workspaceId: string, version: number): string {
  return `whsec_${Buffer.from(deriveKey(`webhook ${workspaceId} ${version}`)).toString("base64")}`;
}
