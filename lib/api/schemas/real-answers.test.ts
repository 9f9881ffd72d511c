import { afterAll, describe, expect, it, vi } from "vitest";
import type * as z from "zod/mini";
import { describeActor } from "@/lib/auth/describe-actor";
import { problem } from "@/lib/auth/doors/problem";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { verifyCredentialValues } from "@/lib/credentials/checks/verify-credential-values";
import { getCredential } from "@/lib/credentials/get-credential";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { listNotices } from "@/lib/credentials/list-notices";
import { listVersions } from "@/lib/credentials/values/list-versions";
import { listCredentialSources } from "@/lib/data-sources/list-credential-sources";
import { previewMove } from "@/lib/data-sources/preview-move";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { listTokens } from "@/lib/data-sources/tokens/list-tokens";
import { inviteMember } from "@/lib/members/invite-member";
import { listMembers } from "@/lib/members/list-members";
import { notFound } from "@/lib/platform/errors";
import { getRead } from "@/lib/reading/get-read";
import { listConnectors } from "@/lib/reading/list-connectors";
import { listReads } from "@/lib/reading/list-reads";
import { previewSource } from "@/lib/reading/preview-source";
import { readPage, sourceOf } from "@/lib/reading/reading.fixture";
import { getSettings } from "@/lib/settings/get-settings";
import { checkAnswer } from "./check";
import { connectorAnswer } from "./connector";
import {
  credentialAnswer,
  credentialDetailsAnswer,
  credentialTileAnswer,
  credentialWithSourcesAnswer,
  versionAnswer,
} from "./credential";
import { dataSourceAnswer, movePreviewAnswer, previewAnswer } from "./data-source";
import { invitationLinkAnswer, memberAnswer } from "./member";
import { noticeAnswer } from "./notice";
import { ownAnswer } from "./own";
import { problemAnswer } from "./problem";
import { readAnswer, readWithCheckpointsAnswer } from "./read";
import { settingsAnswer } from "./settings";
import { tokenAnswer, tokenShownOnceAnswer } from "./token";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const never = () => new AbortController().signal;
const connectorId = "clari-copilot";

/** What is wrong with an answer as it leaves: JSON. */
function flawsOf(schema: z.ZodMiniType, answer: unknown): unknown[] {
  const { error } = schema.safeParse(JSON.parse(JSON.stringify(answer)));
  return error?.issues ?? [];
}

const expectAll = (schema: z.ZodMiniType, answers: readonly unknown[]) => {
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) expect(flawsOf(schema, answer)).toEqual([]);
};

describe("what use cases answer is what the document says", () => {
  it("of credentials and their checks", async () => {
    const { actor, credential } = await sourceOf(clari.pair);
    expectAll(credentialAnswer, [credential]);
    const { id } = credential;
    const details = await getCredential(actor, id);
    expectAll(credentialDetailsAnswer, [details]);
    const dataSources = await listCredentialSources(actor, id);
    expectAll(credentialWithSourcesAnswer, [{ ...details, dataSources }]);
    expectAll(credentialTileAnswer, (await listCredentials(actor)).credentials);
    expectAll(credentialTileAnswer, (await listCredentials({ ...actor, role: "viewer" })).credentials);
    expectAll(versionAnswer, await listVersions(actor, id));
    expectAll(movePreviewAnswer, [await previewMove(actor, id)]);
    expectAll(checkAnswer, [
      await verifyCredential(actor, id),
      await verifyCredential(actor, id, { purpose: "data-source" }),
      await verifyCredentialValues(actor, { connectorId, values: { apiKey: "wrong", apiPassword: "wrong" } }),
    ]);
  });

  it("of data sources, their reads and a look at them", async () => {
    const { actor, credential, source } = await sourceOf(clari.pair);
    expectAll(dataSourceAnswer, [source]);
    const { readId } = await readPage(actor, source.id);
    expectAll(readWithCheckpointsAnswer, [await getRead(actor, readId)]);
    expectAll(readAnswer, (await listReads(actor, source.id)).reads);
    const wanted = { connectorId, credentialId: credential.id, endpointId: "calls", parameters: {} };
    const looked = await previewSource(actor, wanted, never());
    clari.behave("status:401");
    const refused = await previewSource(actor, wanted, never());
    clari.behave();
    expect([looked.kind, refused.kind]).toEqual(["page", "failed"]);
    expectAll(previewAnswer, [looked, refused]);
  });

  it("of the workspace and who is in it", async () => {
    const { actor } = await sourceOf(clari.pair);
    expectAll(memberAnswer, await listMembers(actor));
    const invited = { email: `${actor.userId}@example.net`.toLowerCase(), role: "viewer" };
    expectAll(invitationLinkAnswer, [await inviteMember(actor, invited)]);
    expectAll(settingsAnswer, [await getSettings(actor)]);
    expectAll(ownAnswer, [describeActor(actor)]);
    expectAll(tokenShownOnceAnswer, [await createToken(actor, { name: "Nightly load", sources: "every" })]);
    expectAll(tokenAnswer, (await listTokens(actor)).tokens);
    expectAll(connectorAnswer, await listConnectors(actor));
  });

  it("of what was told", async () => {
    const { actor, credential } = await sourceOf(clari.pair);
    clari.behave("status:401");
    for (let time = 0; time < 3; time += 1) await verifyCredential(actor, credential.id);
    clari.behave();
    expectAll(noticeAnswer, (await listNotices(actor)).notices);
  });

  it("of what was refused", async () => {
    expectAll(problemAnswer, [await problem(notFound("credential")).json(), await problem(new Error("no")).json()]);
  });
});
