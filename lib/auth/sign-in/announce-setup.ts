import "server-only";
import { installationExists } from "@/lib/auth/auth-repository";
import { publicUrl } from "@/lib/auth/public-url";
import { setupToken } from "./setup-token";

/**
 * Prints the set-up link while there is no owner. The token is for the console only, never for the structured log, and
 * stands behind the # so that no browser sends it as part of an address.
 */
export async function announceSetup(): Promise<void> {
  if (await installationExists()) return;
  const link = new URL("/setup", publicUrl());
  link.hash = encodeURIComponent(setupToken());
  process.stdout.write(
    `\nThis installation has no owner yet. Open this link once to create the first account:\n\n  ${link}\n\n`,
  );
}
