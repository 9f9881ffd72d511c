import { afterEach, describe, expect, it, vi } from "vitest";
import { listAuditRows } from "@/lib/audit/audit-repository";
import { recordingRefused } from "@/lib/auth/doors/record-refused";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { getCredential } from "@/lib/credentials/get-credential";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { listTypes } from "@/lib/credentials/list/list-types";
import { deleteOwnConnector } from "@/lib/credentials/own/delete-own-connector";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { changeOwnConnector } from "@/lib/data-sources/own/change-own-connector";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { confirmOwnConnector } from "@/lib/own-connectors/confirm-own-connector";
import { defineOwnConnector } from "@/lib/own-connectors/define-own-connector";
import { exportOwnConnector } from "@/lib/own-connectors/export-own-connector";
import { getOwnConnector, listOwnConnectors } from "@/lib/own-connectors/own-connectors";
import { tryOwnConnector } from "@/lib/own-connectors/try-own-connector";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { listConnectors } from "./list-connectors";
import { addKey, DEFINITION, define, GOOD, ORDERS, ownApi } from "./own-connector.fixture";
import { readByPages } from "./reading.fixture";

const api = ownApi();
afterEach(() => void vi.unstubAllEnvs());

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { dto?: { message: string; fields?: Record<string, string> } }) =>
      error.dto ? (Object.values(error.dto.fields ?? {})[0] ?? error.dto.message) : Promise.reject(error),
  );

async function home() {
  const [owner, admin, member] = await makeWorkspace("owner", "admin", "member");
  if (!owner || !admin || !member) throw new Error("no workspace");
  return { owner, admin, member };
}

async function withKey() {
  const people = await home();
  const connector = await define(people.owner);
  const saved = await addKey(people.owner, connector.id);
  if (!saved.saved) throw new Error(JSON.stringify(saved));
  return { ...people, connector, credential: saved.credential };
}

const sourceOf = (actor: Parameters<typeof addKey>[0], connectorId: string, credentialId: string) =>
  createDataSource(actor, {
    ...{ connectorId, credentialId, formId: randomId(), name: `Orders ${randomId()}` },
    ...{ endpointId: "orders", parameters: {} },
  });

describe("a connector of the workspace's own", () => {
  it("goes from nothing to records", async () => {
    const { owner, member, connector, credential } = await withKey();
    expect(connector).toMatchObject({ version: 1, isVerifiable: true, confirmation: { state: "not-needed" } });
    expect(credential).toMatchObject({ connectorId: connector.id, status: "VERIFIED" });
    expect(JSON.stringify(api.asked.slice(0, 2))).not.toContain(GOOD);
    const made = await sourceOf(member, connector.id, credential.id);
    if (!made.saved) throw new Error(JSON.stringify(made));
    const { records } = await readByPages(owner, made.dataSource.id);
    expect(records.map((record) => JSON.parse(record))).toEqual(ORDERS);
    const events = await listAuditRows(owner.workspaceId, {}, { take: 20, position: undefined });
    const defined = events.find(({ action }) => action === "connector.defined");
    expect(defined?.fields).toEqual([
      "host api.acme.com",
      "header Authorization",
      "query shop",
      "header X-Version (fixed)",
    ]);
  });

  it("has to refuse who has no key and who has a wrong one, or its credentials stay unverified and say why", async () => {
    const { owner } = await home();
    api.isOpen = true;
    const tried = await tryOwnConnector(owner, { definition: DEFINITION });
    expect(tried.tries.map(({ isRefused }) => isRefused)).toEqual([false, false]);
    const formId = randomId();
    expect(await defineOwnConnector(owner, { formId, definition: DEFINITION })).toMatchObject({ saved: false });
    const connector = await define(owner, DEFINITION, { unverifiable: true });
    const asked = api.asked.length;
    const saved = await addKey(owner, connector.id, "anything");
    if (!saved.saved) throw new Error("not saved");
    expect(saved.credential).toMatchObject({ status: "UNVERIFIED" });
    const again = await verifyCredential(owner, saved.credential.id);
    expect([again.outcome, api.asked.length]).toEqual(["not-verifiable", asked]);
    expect(again.message).toContain("api.acme.com answers without a valid one");
    const row = await (await prisma()).credential.findUnique({ where: { id: saved.credential.id } });
    expect(row).toMatchObject({ outcome: "not-verifiable", nextCheckAt: null });
    expect(await sourceOf(owner, connector.id, saved.credential.id)).toMatchObject({ saved: true });
  });

  it("is confirmed by a second owner or admin before its first key, where any host is allowed", async () => {
    const { owner, admin, member } = await home();
    const connector = await define(owner);
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", "*");
    expect(await refusal(addKey(owner, connector.id))).toContain("A second owner or admin has to confirm");
    expect(await refusal(confirmOwnConnector(owner, { id: connector.id }))).toContain("Someone else has to confirm");
    expect(await refusal(confirmOwnConnector(member, { id: connector.id }))).toContain("role");
    expect((await getOwnConnector(admin, connector.id)).confirmation).toEqual({ state: "needed", canConfirm: true });
    const confirmed = await confirmOwnConnector(admin, { id: connector.id });
    expect(confirmed.confirmation).toMatchObject({ state: "confirmed", byName: "admin" });
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", `api.acme.com=${api.address}`);
    expect(await addKey(owner, connector.id)).toMatchObject({ saved: true });
  });

  it("sends nothing once the operator allows its host no more, and says so", async () => {
    const { owner, connector, credential } = await withKey();
    const made = await sourceOf(owner, connector.id, credential.id);
    if (!made.saved) throw new Error("not made");
    const asked = api.asked.length;
    for (const hosts of ["", "other.acme.com"]) {
      vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", hosts);
      const check = await verifyCredential(owner, credential.id);
      expect(check).toMatchObject({ outcome: "host-not-allowed", status: "UNVERIFIED" });
      expect(check.message).toContain("doesn't let values go to api.acme.com");
      expect(await refusal(readByPages(owner, made.dataSource.id))).toBe(check.message);
      expect(await refusal(addKey(owner, connector.id))).toBe(check.message);
    }
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", "");
    expect(await refusal(define(owner))).toBe("This server's operator hasn't allowed connectors of your own.");
    expect(api.asked.length).toBe(asked);
    expect((await getCredential(owner, credential.id)).status).toBe("VERIFIED");
  });

  it("is nobody else's: not seen, used or named by another workspace, and nobody of this one defines a second of its name", async () => {
    const { owner, connector } = await withKey();
    const other = (await home()).owner;
    expect(await listOwnConnectors(other)).toEqual([]);
    for (const work of [
      getOwnConnector(other, connector.id),
      addKey(other, connector.id),
      exportOwnConnector(other, { id: connector.id }),
      deleteOwnConnector(other, { id: connector.id }),
      changeOwnConnector(other, { id: connector.id, version: 1, definition: DEFINITION }),
    ])
      expect(await refusal(work)).toContain("doesn't exist");
    expect(await refusal(define(owner, { ...DEFINITION, name: "Acme Orders" }))).toContain("already has this name");
    expect((await define(other)).id).not.toBe(connector.id);
    const exported = await exportOwnConnector(owner, { id: connector.id });
    expect([exported.fileName, JSON.parse(exported.json)]).toEqual(["acme-orders.json", DEFINITION]);
  });

  it("is found wherever a connector's name is: by programs, in lists, in the picker", async () => {
    const { owner, connector, credential } = await withKey();
    expect((await listConnectors(owner))[0]).toMatchObject({ id: connector.id, isOwn: true, name: "Acme orders" });
    expect((await listTypes(owner)).map(({ id }) => id)).toContain(connector.id);
    const { credentials } = await listCredentials(owner, { connectorId: connector.id });
    expect(credentials.map(({ id }) => id)).toEqual([credential.id]);
    const other = (await home()).owner;
    expect((await listConnectors(other)).some(({ isOwn }) => isOwn)).toBe(false);
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", "");
    expect((await listConnectors(owner)).some(({ isOwn }) => isOwn)).toBe(false);
  });

  it("is deleted only without credentials", async () => {
    const { owner, connector, credential } = await withKey();
    const attempt = { ...owner, attempt: { refused: [] } };
    const inUse = recordingRefused(attempt, () => deleteOwnConnector(attempt, { id: connector.id }));
    expect(await refusal(inUse)).toContain("1 credential uses this connector");
    const [event] = await listAuditRows(owner.workspaceId, {}, { take: 1, position: undefined });
    expect(event).toMatchObject({ action: "connector.define-refused", result: "in-use", subjectName: "Acme orders" });
    await (await prisma()).credential.delete({ where: { id: credential.id } });
    await deleteOwnConnector(owner, { id: connector.id });
    expect(await refusal(getOwnConnector(owner, connector.id))).toContain("doesn't exist");
  });
});

describe("another version of it", () => {
  it("counts at once where words change, and leaves what was found out", async () => {
    const { owner, connector, credential } = await withKey();
    const definition = { ...DEFINITION, name: "Acme shop" };
    const asked = api.asked.length;
    const saved = await changeOwnConnector(owner, { id: connector.id, version: 1, definition });
    expect(saved).toMatchObject({ saved: true, reverified: 0, connector: { version: 2 } });
    expect(api.asked.length).toBe(asked);
    expect((await getCredential(owner, credential.id)).status).toBe("VERIFIED");
    expect(await refusal(changeOwnConnector(owner, { id: connector.id, version: 1, definition }))).toContain(
      "Someone changed this connector",
    );
  });

  it("seals the values for another way to travel, and has them verified anew", async () => {
    const { owner, connector, credential } = await withKey();
    api.headerOf = "x-key";
    const [, ...others] = DEFINITION.placements;
    const bearer = { in: "header", name: "X-Key", parts: ["Bearer ", { field: "apiKey" }] } as const;
    const definition = { ...DEFINITION, placements: [bearer, ...others] };
    const saved = await changeOwnConnector(owner, { id: connector.id, version: 1, definition });
    expect(saved).toMatchObject({ saved: true, reverified: 1 });
    expect((await getCredential(owner, credential.id)).status).toBe("UNVERIFIED");
    const row = await (await prisma()).credential.findUnique({ where: { id: credential.id } });
    expect(row?.nextCheckAt?.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await verifyCredential(owner, credential.id)).toMatchObject({ outcome: "accepted" });
    expect(api.asked.at(-1)).toBe(`/v1/me Bearer ${GOOD}`);
  });

  it("never has another host", async () => {
    const { owner, connector } = await withKey();
    const definition = { ...DEFINITION, host: "evil.acme.com" };
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", "*");
    expect(await refusal(changeOwnConnector(owner, { id: connector.id, version: 1, definition }))).toContain(
      "The host of a connector stays",
    );
  });

  it.each([
    ["host", { host: "evil.acme.com" }],
    [
      "placements",
      {
        placements: [{ in: "header", name: "X-Evil", parts: [{ field: "apiKey" }] }, ...DEFINITION.placements.slice(1)],
      },
    ],
  ])("S6: one that somebody wrote into the database opens nothing: %s", async (_, forged) => {
    const { owner, connector, credential } = await withKey();
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", `api.acme.com=${api.address} evil.acme.com=${api.address}`);
    const client = await prisma();
    const place = { connectorId: connector.id, workspaceId: owner.workspaceId };
    const definition = JSON.stringify({ ...DEFINITION, ...forged });
    await expect(client.ownConnectorVersion.updateMany({ where: place, data: { definition } })).rejects.toThrow();
    await client.ownConnectorVersion.create({
      data: { ...place, number: 2, definition, isVerifiable: true, createdById: owner.userId },
    });
    await client.ownConnector.update({ where: { id: connector.id }, data: { version: 2 } });
    const asked = api.asked.length;
    const check = await verifyCredential(owner, credential.id);
    expect([check.outcome, api.asked.length]).toEqual(["unreadable", asked]);
    expect((await getCredential(owner, credential.id)).status).toBe("FAILED");
  });

  it("goes on under a name that a built-in connector has since: only a new one may not take it", async () => {
    const { owner, connector, credential } = await withKey();
    const client = await prisma();
    const place = { connectorId: connector.id, workspaceId: owner.workspaceId };
    const definition = JSON.stringify({ ...DEFINITION, name: "HubSpot" });
    expect(await refusal(define(owner, JSON.parse(definition)))).toContain("Latchkey has HubSpot already");
    await client.ownConnectorVersion.create({
      data: { ...place, number: 2, definition, isVerifiable: true, createdById: owner.userId },
    });
    await client.ownConnector.update({ where: { id: connector.id }, data: { version: 2 } });
    expect(await verifyCredential(owner, credential.id)).toMatchObject({ status: "VERIFIED" });
  });
});
