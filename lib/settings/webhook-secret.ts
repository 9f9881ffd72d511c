import "server-only";
import { hkdfSync } from "node:crypto";
import { authSecret } from "@/lib/auth/auth-secret";

/**
 * The secret that a workspace's webhooks are signed with, in the form of Standard Webhooks: `whsec_` and 32 bytes of
 * base64. Derived from the secret of the installation, so nothing is stored that could leak; another version is
 * another secret.
 */
export function webhookSecret(workspaceId: string, version: number): string {
  const bytes = hkdfSync("sha256", authSecret(), workspaceId, `latchkey webhook signing secret ${version}`, 32);
  return `whsec_${Buffer.from(bytes).toString("base64")}`;
}
