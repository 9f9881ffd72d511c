import { describe, expect, it, vi } from "vitest";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { getSettings } from "./get-settings";
import { renewWebhookSecret } from "./renew-webhook-secret";
import { RETENTION_DAYS } from "./settings-dto";
import { showWebhookSecret } from "./show-webhook-secret";
import { updateSettings } from "./update-settings";

vi.hoisted(() => vi.stubEnv("WEBHOOK_ALLOWED_ORIGINS", "http://127.0.0.1:4567, https://10.1.2.3"));

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (isOwn(error, Refusal)) return error.dto;
      throw error;
    },
  );
const owner = async () => (await makeWorkspace("owner"))[0] as Member;
const auditOf = async ({ workspaceId }: Member) =>
  (await prisma()).auditEvent.findMany({ where: { workspaceId }, orderBy: { at: "asc" } });

describe("settings of a workspace", () => {
  it("are at their defaults until something is chosen; what is left out stays", async () => {
    const actor = await owner();
    expect(await getSettings(actor)).toMatchObject({
      checkEveryMinutes: null,
      webhookUrl: null,
      emailNotices: true,
      mailConfigured: false,
      receivers: [actor.email],
      versionRetentionDays: RETENTION_DAYS,
      revision: 0,
    });
    const first = await updateSettings(actor, { revision: 0, webhookUrl: " https://Hooks.example.com/a#part " });
    expect(first).toMatchObject({ webhookUrl: "https://hooks.example.com/a", emailNotices: true, revision: 1 });
    // The column's own default.
    expect(first.versionRetentionDays).toBe(RETENTION_DAYS);
    const second = await updateSettings(actor, { revision: 1, checkEveryMinutes: 0, emailNotices: false });
    expect(second).toMatchObject({
      checkEveryMinutes: 0,
      webhookUrl: "https://hooks.example.com/a",
      emailNotices: false,
      revision: 2,
    });
    expect(await updateSettings(actor, { revision: 2, webhookUrl: "" })).toMatchObject({ webhookUrl: null });
  });

  it("U3: a change that has not seen another one is refused, also where both are the first", async () => {
    const actor = await owner();
    const first = { revision: 0, emailNotices: false };
    const results = await Promise.all([
      refusalOf(updateSettings(actor, first)),
      refusalOf(updateSettings(actor, { revision: 0, checkEveryMinutes: 60 })),
    ]);
    expect(results.filter((refusal) => refusal?.code === "CHANGED_MEANWHILE")).toHaveLength(1);
    expect(await refusalOf(updateSettings(actor, { revision: 7, checkEveryMinutes: 1440 }))).toMatchObject({
      code: "CHANGED_MEANWHILE",
    });
  });

  it("L1: changes are written down by the names of fields, never their values", async () => {
    const actor = await owner();
    await updateSettings(actor, { revision: 0, webhookUrl: "https://hooks.example.com/secret-path" });
    await updateSettings(actor, { revision: 1, webhookUrl: "https://hooks.example.com/secret-path" });
    await showWebhookSecret(actor);
    await renewWebhookSecret(actor);
    const events = await auditOf(actor);
    expect(events.map(({ action, fields }) => [action, fields])).toEqual([
      ["settings.edited", ["webhookUrl"]],
      ["settings.secret-shown", []],
      ["settings.secret-renewed", ["webhookSecret"]],
    ]);
    expect(JSON.stringify(events.map((event) => ({ ...event, seq: Number(event.seq) })))).not.toContain("secret-path");
  });

  it.each([
    ["http://hooks.example.com/a", "starts with https:"],
    ["ftp://hooks.example.com/a", "starts with https:"],
    ["javascript:alert(1)", "starts with https:"],
    ["https://user:pass@hooks.example.com/", "Leave out the user and password"],
    ["https://127.0.0.1/", "host name, not a number"],
    ["https://0x7f.1/", "host name, not a number"],
    ["https://[::ffff:10.0.0.1]/", "host name, not a number"],
    ["https://169.254.169.254/latest", "host name, not a number"],
    ["https://localhost:8443/", "leads to this server itself"],
    ["http://127.0.0.1:4568/", "starts with https:"],
    ["not an address", "Enter a full address"],
    [`https://hooks.example.com/${"a".repeat(2000)}`, "at most 2000 characters"],
    [{ not: "" }, "must be text"],
    [7, "must be text"],
  ])("SSRF: %s is no address for a webhook", async (webhookUrl, sentence) => {
    const [actor] = await makeWorkspace("admin");
    const refusal = await refusalOf(updateSettings(actor as Member, { revision: 0, webhookUrl }));
    expect(refusal).toMatchObject({ code: "INVALID_INPUT", fields: { webhookUrl: expect.stringContaining(sentence) } });
  });

  it("an origin that the operator listed may be private and http", async () => {
    const actor = await owner();
    await updateSettings(actor, { revision: 0, webhookUrl: "http://127.0.0.1:4567/hook" });
    expect(await updateSettings(actor, { revision: 1, webhookUrl: "https://10.1.2.3/hook" })).toMatchObject({
      revision: 2,
    });
  });

  it("Z1, Z6: members see and change nothing; extra fields change nothing", async () => {
    const [admin, member] = (await makeWorkspace("admin", "member")) as [Member, Member];
    for (const work of [
      getSettings(member),
      updateSettings(member, {}),
      showWebhookSecret(member),
      renewWebhookSecret(member),
    ]) {
      expect(await refusalOf(work)).toMatchObject({ code: "FORBIDDEN" });
    }
    const extra = { revision: 0, workspaceId: "another", webhookSecretVersion: 9, emailNotices: false };
    await updateSettings(admin, extra);
    const rows = await (await prisma()).workspaceSettings.findMany({ where: { workspaceId: admin.workspaceId } });
    expect(rows).toMatchObject([{ webhookSecretVersion: 1, emailNotices: false }]);
  });

  it("the signing secret is the same until a new one is asked for, and another in every workspace", async () => {
    const [one, other] = [await owner(), await owner()];
    const { secret } = await showWebhookSecret(one);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await showWebhookSecret(one)).toEqual({ secret });
    expect((await showWebhookSecret(other)).secret).not.toBe(secret);
    const renewed = await renewWebhookSecret(one);
    expect(renewed.secret).not.toBe(secret);
    expect(await showWebhookSecret(one)).toEqual(renewed);
  });
});
