import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listAuditRows } from "@/lib/audit/audit-repository";
import { recordingRefused } from "@/lib/auth/doors/record-refused";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import type { SavedDataSourceDto } from "@/lib/data-sources/data-source-dto";
import { insertDataSource } from "@/lib/data-sources/data-source-repository";
import { deleteDataSource } from "@/lib/data-sources/delete-data-source";
import { changeOwnConnector } from "@/lib/data-sources/own/change-own-connector";
import { changeUnneeded } from "@/lib/data-sources/own/own-connector-use-repository";
import { updateDataSource } from "@/lib/data-sources/update-data-source";
import { updateDataSourceRow } from "@/lib/data-sources/update-repository";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { defineOwnConnector } from "@/lib/own-connectors/define-own-connector";
import { exportOwnConnector } from "@/lib/own-connectors/export-own-connector";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { listOwnVersions } from "@/lib/own-connectors/list-own-versions";
import { listOwnConnectors } from "@/lib/own-connectors/own-connectors";
import { takenAway } from "@/lib/own-connectors/taken-away";
import { tryOwnConnector } from "@/lib/own-connectors/try-own-connector";
import { nameKeys } from "@/lib/platform/name-keys";
import { randomId } from "@/lib/platform/random-id";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { addKey, DEFINITION, define, ownApi } from "./own-connector.fixture";

const api = ownApi();
afterEach(() => void vi.unstubAllEnvs());

const [ORDERS] = DEFINITION.endpoints;
if (!ORDERS) throw new Error("no endpoint");
const WITHOUT = { ...DEFINITION, endpoints: [] };
const WITHOUT_SINCE = { ...DEFINITION, endpoints: [{ ...ORDERS, parameters: [] }] };
const SINCE = { since: "2026-05-01T00:00:00Z" };

let owner: Member;
let of: { connectorId: string; credentialId: string };
beforeEach(async () => {
  const [first] = await makeWorkspace("owner");
  if (!first) throw new Error("no workspace");
  owner = first;
  const connector = await define(owner);
  const saved = await addKey(owner, connector.id);
  if (!saved.saved) throw new Error("not saved");
  of = { connectorId: connector.id, credentialId: saved.credential.id };
});

function made(saved: SavedDataSourceDto) {
  if (!saved.saved) throw new Error("not saved");
  return saved.dataSource;
}
const add = async (name: string, parameters = {}, actor = owner, ids = of) =>
  made(await createDataSource(actor, { ...ids, formId: randomId(), name, endpointId: "orders", parameters }));
const change = (definition: object, version = 1) =>
  changeOwnConnector(owner, { id: of.connectorId, version, definition });
const refusal = (work: Promise<unknown>): Promise<ErrorDto | undefined> =>
  work.then(
    () => undefined,
    (error: { dto?: ErrorDto }) => error.dto ?? Promise.reject(error),
  );

describe("what data sources need of an own connector stays", () => {
  it("an endpoint that they read is refused to go, with how many there are and the first by name", async () => {
    for (const name of ["Delta", "Alpha", "Charlie", "Bravo"]) await add(name);
    const asked = api.asked.length;
    const attempt = { ...owner, attempt: { refused: [] } };
    const input = { id: of.connectorId, version: 1, definition: WITHOUT };
    const refused = await refusal(recordingRefused(attempt, () => changeOwnConnector(attempt, input)));
    expect(refused).toMatchObject({
      code: "IN_USE",
      fields: {
        "definition.endpoints":
          "Orders is read by 4 data sources: “Alpha”, “Bravo”, “Charlie” and 1 more. It can go once none reads it.",
      },
      blockers: ["Alpha", "Bravo", "Charlie", "Delta"].map((name) => ({ name })),
    });
    expect(api.asked.length).toBe(asked);
    const [event] = await listAuditRows(owner.workspaceId, {}, { take: 1, position: undefined });
    expect(event).toMatchObject({ action: "connector.define-refused", result: "in-use", subjectName: "Acme orders" });
    const renamed = { ...DEFINITION, endpoints: [{ ...ORDERS, id: "all-orders" }] };
    expect((await refusal(change(renamed)))?.fields).toHaveProperty(["definition.endpoints"]);
    expect(await change({ ...DEFINITION, endpoints: [{ ...ORDERS, name: "All orders" }] })).toMatchObject({
      saved: true,
    });
  });

  it("a parameter that they set is refused to go or to be of another kind, beside it; one that none sets may go", async () => {
    await add("Alpha");
    const source = await add("Bravo", SINCE);
    expect((await refusal(change(WITHOUT_SINCE)))?.fields).toEqual({
      "definition.endpoints.0.parameters": "Since is set by 1 data source: “Bravo”. It can go once none sets it.",
    });
    const asText = { ...ORDERS, parameters: [{ id: "since", label: "Since", help: "", kind: "text" }] };
    expect((await refusal(change({ ...DEFINITION, endpoints: [asText] })))?.fields).toEqual({
      "definition.endpoints.0.parameters.0.kind":
        "Since is set by 1 data source: “Bravo”. Its kind can change once none sets it.",
    });
    await deleteDataSource(owner, source.id);
    expect(await change(WITHOUT_SINCE)).toMatchObject({ saved: true });
  });

  it("goes once no source needs it, and another workspace's sources are in nobody's way", async () => {
    const source = await add("Alpha", SINCE);
    const [stranger] = await makeWorkspace("owner");
    if (!stranger) throw new Error("no workspace");
    const theirs = await define(stranger);
    const key = await addKey(stranger, theirs.id);
    if (!key.saved) throw new Error("not saved");
    await add("Theirs", SINCE, stranger, { connectorId: theirs.id, credentialId: key.credential.id });
    await updateDataSource(owner, { dataSourceId: source.id, revision: 1, parameters: {} });
    expect(await change(WITHOUT_SINCE)).toMatchObject({ saved: true });
    await deleteDataSource(owner, source.id);
    expect(await change(WITHOUT, 2)).toMatchObject({ saved: true, connector: { version: 3 } });
  });
});

describe("of a source and a version that are made at the same moment, one comes first and is seen by the other", () => {
  it("a version finds the source that came while its host was asked", async () => {
    await add("Alpha");
    const definition = WITHOUT;
    const text = JSON.stringify(definition);
    const next = { id: of.connectorId, version: 1, definition, text, textBefore: JSON.stringify(DEFINITION) };
    const how = { isVerifiable: true, parts: ["endpoints"], isProvedAnew: false };
    const result = await changeUnneeded(owner, { ...next, ...how }, takenAway(DEFINITION, definition));
    expect(result).toMatchObject([{ endpointId: "orders", count: 1, sources: [{ name: "Alpha" }] }]);
  });

  it("a source is neither created nor changed by a version that is no more", async () => {
    const source = await add("Alpha");
    const before = await connectorIn(owner.workspaceId, of.connectorId);
    if (!before) throw new Error("no connector");
    expect(await change(WITHOUT_SINCE)).toMatchObject({ saved: true });
    const name = "Bravo";
    const row = { id: randomId(), credentialId: of.credentialId, name, ...nameKeys(name), searchText: name };
    const read = { endpointId: "orders", parameters: SINCE, formId: randomId() };
    expect(await insertDataSource(owner, before, { ...row, ...read })).toBe("connector-changed");
    const { credentialId } = of;
    const wanted = { dataSourceId: source.id, revision: 1, fromId: credentialId, credentialId, name: source.name };
    const changed = { connector: before, fields: ["parameters"], values: { parameters: SINCE } };
    expect(await updateDataSourceRow(owner, { ...wanted, ...changed })).toBe("connector-changed");
  });
});

it("whoever stops a try has not seen a refusal: the second request is not sent, and nothing is stored", async () => {
  const signal = AbortSignal.abort();
  const asked = api.asked.length;
  const definition = { ...DEFINITION, name: "Another" };
  const tried = await tryOwnConnector(owner, { definition }, signal);
  expect(tried).toMatchObject({ isRefused: false, tries: [{ with: "no-key" }] });
  expect(tried.tries).toHaveLength(1);
  const saved = await defineOwnConnector(owner, { formId: randomId(), definition }, signal);
  expect(saved).toMatchObject({ saved: false });
  expect([api.asked.length, (await listOwnConnectors(owner)).length]).toEqual([asked, 1]);
});

describe("the versions of an own connector", () => {
  it("are listed newest first, page by page, with who saved them and what each changed; each can be downloaded", async () => {
    for (let version = 1; version < 12; version += 1)
      await change({ ...DEFINITION, summary: `Version ${version + 1}.` }, version);
    const limits = { seconds: 2, day: 10 };
    await change({ ...DEFINITION, summary: "", limits }, 12);
    const { versions, after } = await listOwnVersions(owner, of.connectorId);
    expect(versions.map(({ number }) => number)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    expect(versions[0]).toMatchObject({ byName: "owner", changed: ["summary", "limits"] });
    expect(after).toBe("4");
    const next = await listOwnVersions(owner, of.connectorId, after);
    expect(next.versions.map(({ number, changed }) => [number, changed])).toEqual([
      [3, ["summary"]],
      [2, ["summary"]],
      [1, []],
    ]);
    expect(next).not.toHaveProperty("after");
    expect((await listOwnVersions(owner, of.connectorId, "no version")).versions[0]?.number).toBe(13);
    const file = await exportOwnConnector(owner, { id: of.connectorId, number: 1 });
    expect([file.fileName, JSON.parse(file.json)]).toEqual(["acme-orders-version-1.json", DEFINITION]);
    expect((await refusal(exportOwnConnector(owner, { id: of.connectorId, number: 14 })))?.code).toBe("NOT_FOUND");
  });

  it("are another workspace's business no more than the connector is, and a viewer gets no file of one", async () => {
    const [stranger] = await makeWorkspace("owner");
    if (!stranger) throw new Error("no workspace");
    expect((await refusal(listOwnVersions(stranger, of.connectorId)))?.code).toBe("NOT_FOUND");
    const input = { id: of.connectorId, number: 1 };
    expect((await refusal(exportOwnConnector(stranger, input)))?.code).toBe("NOT_FOUND");
    const viewer: Member = { ...owner, role: "viewer" };
    expect((await listOwnVersions(viewer, of.connectorId)).versions).toHaveLength(1);
    expect((await refusal(exportOwnConnector(viewer, input)))?.code).toBe("FORBIDDEN");
  });
});
