import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { defineOwnConnector } from "@/lib/own-connectors/define-own-connector";
import { ACME } from "@/lib/own-connectors/definition.fixture";
import type { Definition } from "@/lib/own-connectors/definition-dto";
import type { OwnConnectorDto } from "@/lib/own-connectors/own-connector-dto";
import { randomId } from "@/lib/platform/random-id";

export const GOOD = "good-key";
export const ORDERS = [{ id: 1 }, { id: 2 }, { id: 3 }];

/** The API that the definition describes, on this machine. `isOpen`: it answers anyone. */
export function ownApi() {
  const state = { isOpen: false, asked: [] as string[], headerOf: "authorization", address: "" };
  const server = createServer(({ url = "", headers }, response) => {
    const sent = String(headers[state.headerOf] ?? "");
    state.asked.push(`${url.split("?")[0]} ${sent}`);
    const isKnown = state.isOpen || sent === `Bearer ${GOOD}`;
    response.writeHead(isKnown ? 200 : 401, { "content-type": "application/json" });
    const account = { id: "t1", name: "Team one", active: true };
    response.end(JSON.stringify(isKnown ? { data: url.startsWith("/v1/orders") ? ORDERS : account } : {}));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    Object.assign(state, { isOpen: false, asked: [], headerOf: "authorization" });
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", `api.acme.com=${state.address}`);
    // Tests ask more than people do.
    vi.stubEnv("CHECKS_PER_MINUTE_OF_MEMBER", "1000");
    vi.stubEnv("CHECKS_PER_MINUTE_OF_WORKSPACE", "1000");
  });
  afterAll(() => void server.close());
  return state;
}

/** Without what makes it wait between requests. */
export const DEFINITION: Definition = { ...ACME, limits: { seconds: 1, day: 10_000 } };

export async function define(actor: Actor, definition: Definition = DEFINITION, more = {}): Promise<OwnConnectorDto> {
  const saved = await defineOwnConnector(actor, { formId: randomId(), definition, ...more });
  if (!saved.saved) throw new Error(JSON.stringify(saved.tried));
  return saved.connector;
}

export async function addKey(actor: Actor, connectorId: string, apiKey = GOOD, more = {}) {
  const form = { connectorId, formId: randomId(), name: `Key ${randomId()}`, description: "", values: { apiKey } };
  return createCredential(actor, { ...form, ...more });
}
