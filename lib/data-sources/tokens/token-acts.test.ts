import { afterAll, describe, expect, it, vi } from "vitest";
import { exportAuditEvents } from "@/lib/audit/export-audit-events";
import { listAuditEvents } from "@/lib/audit/list-audit-events";
import { verifyTrail } from "@/lib/audit/verify-trail";
import type { TokenHolder } from "@/lib/auth/actor";
import { revokeToken } from "@/lib/auth/tokens/revoke-token";
import { TOKEN_SCOPES } from "@/lib/auth/tokens/token-dto";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { verifyCredentialValues } from "@/lib/credentials/checks/verify-credential-values";
import { listDeletedCredentials } from "@/lib/credentials/deletion/list-deleted-credentials";
import { purgeCredential } from "@/lib/credentials/deletion/purge-credential";
import { restoreCredential } from "@/lib/credentials/deletion/restore-credential";
import { getCredential } from "@/lib/credentials/get-credential";
import { getCredentialTile } from "@/lib/credentials/list/get-credential-tile";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { listNotices } from "@/lib/credentials/list-notices";
import { transferCredential } from "@/lib/credentials/transfer-credential";
import { updateCredential } from "@/lib/credentials/update-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { add, addSource, replace, rollBack } from "@/lib/credentials/values/credential-life.fixture";
import { listVersions } from "@/lib/credentials/values/list-versions";
import { deleteCredential } from "@/lib/data-sources/delete-credential";
import { deleteDataSource } from "@/lib/data-sources/delete-data-source";
import { moveDataSources } from "@/lib/data-sources/move-data-sources";
import { previewMove } from "@/lib/data-sources/preview-move";
import { updateDataSource } from "@/lib/data-sources/update-data-source";
import { listMembers } from "@/lib/members/list-members";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { listReads } from "@/lib/reading/list-reads";
import { previewSource } from "@/lib/reading/preview-source";
import { readPage } from "@/lib/reading/reading.fixture";
import { getSettings } from "@/lib/settings/get-settings";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";
import { codeOf, holderOf, trailOf } from "./show-token.fixture";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries({ ...home.env, CLARI_COPILOT_PER_SECOND: "1000" }))
    vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const NAME = "Token “Nightly load”";

/** A token for everything that one can be for, and who made it. */
async function tokenOf(role: Member["role"] = "admin"): Promise<{ maker: Member; other: Member; holder: TokenHolder }> {
  const [maker, other] = (await makeWorkspace(role, "member")) as [Member, Member];
  const { value } = await createToken(maker, { name: "Nightly load", sources: "every", scopes: [...TOKEN_SCOPES] });
  return { maker, other, holder: await holderOf(value) };
}

/** What the token did, by the trail. */
const actsOf = async ({ workspaceId, userId }: TokenHolder) =>
  (await trailOf(workspaceId)).filter(({ actorId, action }) => actorId === userId && action !== "token.used");

describe("with a token for everything", () => {
  it("L1: a credential that it creates is its maker's; the trail and the history name the token", async () => {
    const { maker, holder } = await tokenOf();
    const { status } = await verifyCredentialValues(holder, { connectorId: "clari-copilot", values: clari.pair });
    expect(status).toBe("VERIFIED");
    const created = await add(holder, "Sales EU", clari.pair);
    expect(created).toMatchObject({ ownerId: maker.userId, ownerName: maker.name });
    const { id, revision } = created;
    await verifyCredential(holder, id);
    expect((await getCredential(maker, id)).recentChecks.map(({ by, trigger }) => [trigger, by])).toEqual([
      ["member", NAME],
      ["save", NAME],
    ]);
    expect(await getCredentialTile(holder, id)).toMatchObject({ isOwn: true, credential: { ownerName: maker.name } });
    expect((await listCredentials(holder)).credentials).toHaveLength(1);
    await updateCredential(holder, { credentialId: id, revision, name: "Sales DE", description: "", rotateBy: null });
    expect((await actsOf(holder)).map(({ action }) => action)).toEqual([
      "credential.created",
      "credential.verified",
      "credential.edited",
    ]);
    const { events } = await listAuditEvents(maker, {});
    expect(events[0]).toMatchObject({ actorName: NAME, words: "edited", subjectName: "Sales DE" });
  });

  it("values are replaced and rolled back, and the versions say by whom", async () => {
    const { maker, holder } = await tokenOf();
    const { id } = await add(maker, "Sales EU", { apiKey: "fault:big", apiPassword: "any" });
    await replace(holder, id, clari.pair);
    expect(await rollBack(holder, id, 1)).toMatchObject({ saved: true });
    expect((await listVersions(holder, id)).map(({ createdByName }) => createdByName)).toEqual([NAME, maker.name]);
    expect((await actsOf(holder)).map(({ action }) => action)).toEqual([
      "credential.replaced",
      "credential.rolled-back",
    ]);
  });

  it("data sources are created, previewed, read, changed, moved and deleted", async () => {
    const { maker, holder } = await tokenOf();
    const [from, to] = [await add(holder, "From", clari.pair), await add(holder, "To", clari.pair)];
    const source = await addSource(holder, from.id, "Users");
    expect(source).toMatchObject({ createdByName: maker.name });
    const row = await (await prisma()).dataSource.findUnique({ where: { id: source.id } });
    expect(row?.createdById).toBe(maker.userId);
    const asked = { connectorId: "clari-copilot", credentialId: from.id, endpointId: "users", parameters: {} };
    expect(await previewSource(holder, asked, new AbortController().signal)).toMatchObject({ kind: "page" });
    await readPage(holder, source.id);
    expect((await listReads(maker, source.id)).reads).toMatchObject([{ by: NAME }]);
    const named = { dataSourceId: source.id, revision: source.revision, name: "People" };
    expect(await updateDataSource(holder, named)).toMatchObject({ saved: true });
    expect((await previewMove(holder, from.id)).sources).toHaveLength(1);
    const move = { credentialId: from.id, targetId: to.id, sourceIds: [source.id] };
    expect(await moveDataSources(holder, move)).toMatchObject({ saved: true, count: 1 });
    await deleteDataSource(holder, source.id);
    expect((await actsOf(holder)).map(({ action }) => action)).toEqual([
      ...["credential.created", "credential.created", "data-source.created", "credential.used"],
      ...["credential.previewed", "data-source.read", "data-source.edited", "credential.verified"],
      ...["data-source.moved", "data-source.deleted"],
    ]);
  });

  it("credentials are passed on, deleted, restored and deleted for good without a sign-in", async () => {
    const { maker, other, holder } = await tokenOf();
    const { id } = await add(holder, "Sales EU", clari.pair);
    expect(await transferCredential(holder, { credentialId: id, ownerId: other.userId })).toMatchObject({ id });
    expect((await getCredential(maker, id)).ownerId).toBe(other.userId);
    await deleteCredential(holder, id);
    expect((await listDeletedCredentials(maker)).credentials).toMatchObject([{ id, deletedByName: NAME }]);
    await restoreCredential(holder, id);
    await deleteCredential(holder, id);
    await purgeCredential(holder, id);
    expect((await listDeletedCredentials(holder)).credentials).toEqual([]);
  });

  it("it looks at members, notices and settings as its maker, and what it takes of the trail is an event", async () => {
    const { maker, holder } = await tokenOf();
    expect((await listMembers(holder)).map(({ userId, isYou }) => isYou === (userId === maker.userId))).toEqual([
      true,
      true,
    ]);
    expect(await listNotices(holder)).toEqual({ notices: [] });
    expect(await getSettings(holder)).toEqual(await getSettings(maker));
    const { chunks } = await exportAuditEvents(holder, { format: "csv" });
    let text = "";
    for await (const chunk of chunks) text += chunk;
    expect(text).toContain(`"${NAME}","audit.exported","${maker.workspaceId}","${maker.workspaceName}"`);
    await verifyTrail(holder);
    expect((await actsOf(holder)).map(({ action }) => action)).toEqual(["audit.exported", "audit.verified"]);
  });

  it("Z1: of tokens it sees and revokes its maker's alone, also an owner's, and can end itself", async () => {
    const { maker, other, holder } = await tokenOf("owner");
    const { id: others } = await createToken(other, { name: "Theirs", sources: "every" });
    const { id: sibling } = await createToken(maker, { name: "Sibling", sources: "every" });
    expect((await listTokens(holder)).tokens.map(({ name, isYours }) => [name, isYours])).toEqual([
      ["Sibling", true],
      ["Nightly load", true],
    ]);
    expect(await codeOf(revokeToken(holder, { tokenId: others }))).toBe("FORBIDDEN");
    await revokeToken(holder, { tokenId: sibling });
    await revokeToken(holder, { tokenId: holder.tokenId });
    expect((await listTokens(maker)).tokens.map(({ name }) => name)).toEqual(["Theirs"]);
  });
});

it("A11: a token that was revoked meanwhile stores nothing, whatever its request knew", async () => {
  const { maker, holder } = await tokenOf();
  await revokeToken(maker, { tokenId: holder.tokenId });
  const form = { connectorId: "clari-copilot", formId: randomId(), name: "Late", description: "", values: clari.pair };
  expect(await codeOf(createCredential(holder, form))).toBe("FORBIDDEN");
  expect((await listCredentials(maker)).credentials).toEqual([]);
});
