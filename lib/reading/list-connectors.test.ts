import { describe, expect, it } from "vitest";
import { connectors } from "@/lib/connectors/registry";
import { acme } from "@/lib/credentials/acme-home.fixture";
import { getConnector, listConnectors } from "./list-connectors";
import { toConnectorDto } from "./to-connector-dto";

const nowhere = { workspaceId: "none-there-is" };

describe("the connectors, as a program gets them", () => {
  it("are those of the registry, in its order, where the operator allows no others", async () => {
    expect((await listConnectors(nowhere)).map(({ id }) => id)).toEqual(connectors.map(({ id }) => id));
  });

  it.each(["", "clari", "__proto__", "CLARI-COPILOT"])("%j is none", async (id) => {
    await expect(getConnector(nowhere, id)).rejects.toThrow("This connector doesn't exist");
  });

  it("say which fields a credential has, which endpoints there are, and what their records have", async () => {
    const { authentication, endpoints } = await getConnector(nowhere, "clari-copilot");
    expect(authentication.fields.map(({ id, label, secret, maxLength }) => [id, label, secret, maxLength])).toEqual([
      ["apiKey", "API Key", true, 1024],
      ["apiPassword", "API Password", true, 1024],
    ]);
    const calls = endpoints.find(({ id }) => id === "calls");
    expect(calls).toMatchObject({ label: "Calls", method: "GET", path: "/calls", key: "id", changed: true });
    expect(calls?.schema).toMatchObject({ type: "object", properties: { id: { type: ["string", "null"] } } });
    expect(calls?.personalFields).toContain("joinedParticipants");
    const audio = calls?.parameters.find(({ id }) => id === "includeAudio");
    expect(audio).toEqual(expect.objectContaining({ kind: "boolean", required: false }));
  });

  it("say of what is asked for one by one that it can be read incrementally where what lists it can", async () => {
    const { endpoints } = await getConnector(nowhere, "clari-copilot");
    const changed = endpoints.filter((endpoint) => endpoint.changed).map(({ id }) => id);
    expect(changed).toEqual(["calls", "call-details", "topics"]);
  });

  it("say what a plain field can be", () => {
    expect(toConnectorDto(acme).authentication.fields).toMatchObject([
      { id: "account", secret: false, maxLength: 20, format: { pattern: "[a-z][a-z0-9-]*" } },
      { id: "region", secret: false, options: [{ value: "eu" }, { value: "us" }] },
      { id: "token", secret: true },
    ]);
  });

  it("tell nothing of how requests are signed or answers judged", async () => {
    const text = JSON.stringify(await listConnectors(nowhere));
    for (const word of ["baseUrl", "scheme", "refusedCodes", "mistakenFor", "aliases"])
      expect(text).not.toContain(`"${word}"`);
  });
});
