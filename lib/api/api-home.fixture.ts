import { vi } from "vitest";
import { startClariHome } from "@/lib/credentials/clari-home.fixture";
import type { Member } from "@/lib/members/make-workspace.fixture";

/**
 * The API by a token with every scope, without a server, and a Clari to ask. For `vi.hoisted`: the environment is there
 * before anything of the app, which reads it once, is imported.
 */
export async function startApiHome() {
  const { clari, env, close } = await startClariHome();
  const raised = { CLARI_COPILOT_PER_SECOND: "1000", API_PER_MINUTE: "400" };
  for (const [name, value] of Object.entries({ ...env, ...raised })) vi.stubEnv(name, value);
  const [{ TOKEN_SCOPES }, { createToken }, { makeWorkspace }, { askApi }] = await Promise.all([
    import("@/lib/auth/tokens/token-dto"),
    import("@/lib/data-sources/tokens/create-token"),
    import("@/lib/members/make-workspace.fixture"),
    import("./ask-api.fixture"),
  ]);
  const [maker] = (await makeWorkspace("admin")) as [Member];
  const made = await createToken(maker, { name: "Nightly load", sources: "every", scopes: [...TOKEN_SCOPES] });
  const token = made.value;
  const ask = (method: string, path: string, body?: object, headers?: Record<string, string>) =>
    askApi(token, method, path, { body, headers });
  const newCredential = (name: string) => ({
    ...{ connectorId: "clari-copilot", name, values: clari.pair, keepBoth: true },
  });
  const create = async (name: string) => (await ask("POST", "/credentials", newCredential(name))).body;
  return { clari, close, maker, token, ask, newCredential, create };
}
