import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { getCredential } from "@/lib/credentials/get-credential";
import { listNotices } from "@/lib/credentials/list-notices";
import { updateCredential } from "@/lib/credentials/update-credential";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import type { Member } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { updateSettings } from "@/lib/settings/update-settings";
import { addDated, forgetAll, newestNotice, on, owner, told } from "./rotation.fixture";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);
beforeEach(forgetAll);

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const add = (actor: Member, name: string, rotateBy?: unknown) => addDated(actor, name, clari.pair, rotateBy);
async function edit(actor: Member, id: string, rotateBy?: unknown) {
  const { revision, name, description } = await getCredential(actor, id);
  return updateCredential(actor, { credentialId: id, revision, name, description, rotateBy });
}
async function replace(actor: Member, id: string) {
  const { revision } = await getCredential(actor, id);
  await replaceCredentialValues(actor, { credentialId: id, revision, values: clari.pair });
  return getCredential(actor, id);
}
const lastAudit = async (subjectId: string) =>
  (await prisma()).auditEvent.findFirst({ where: { subjectId }, orderBy: { seq: "desc" } });

describe("a day of a credential's own", () => {
  it("is told of once when it is near and once when it is over, in whole days of UTC", async () => {
    const actor = await owner();
    await add(actor, "Sales EU", "2027-03-03");
    await add(actor, "No day");
    await on("2027-02-16T23:59:59Z");
    expect(await told()).toEqual([]);
    await on("2027-02-17T00:00:00Z");
    await on("2027-03-03T23:59:59Z");
    expect(await told()).toEqual([["Sales EU", "credential.rotate-soon", "2027-03-03"]]);
    await on("2027-03-04T00:00:00Z");
    await on("2027-06-01T00:00:00Z");
    expect((await told()).map(([, kind]) => kind)).toEqual(["credential.rotate-soon", "credential.rotate-overdue"]);
    expect((await listNotices(actor)).notices.map(({ headline, message, link }) => [headline, message, link])).toEqual([
      [
        "is overdue for rotation",
        "Its values should have been replaced by 3 Mar 2027. Get a new pair from Clari Copilot, then replace the values here.",
        { href: expect.stringMatching(/\?replace=1$/), label: "Replace values" },
      ],
      [
        "should be rotated soon",
        expect.stringMatching(/^Its values should be replaced by 3 Mar 2027\./),
        expect.anything(),
      ],
    ]);
  });

  it("that passed while no worker ran is told of once, as overdue", async () => {
    const actor = await owner();
    await add(actor, "Long over", "2020-01-31");
    await on("2027-03-03T12:00:00Z");
    expect(await told()).toEqual([["Long over", "credential.rotate-overdue", "2020-01-31"]]);
  });

  it("is told of again where it was moved to another day, and not where it was moved back", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Moved", "2027-03-03");
    await on("2027-03-01T00:00:00Z");
    await edit(actor, id, "2027-03-05");
    expect((await newestNotice(actor))?.message).toBe(
      "Its values should be replaced by 3 Mar 2027. That day no longer applies.",
    );
    await on("2027-03-01T00:00:00Z");
    await edit(actor, id, "2027-03-03");
    await on("2027-03-01T00:00:00Z");
    expect((await told()).map(([, , day]) => day)).toEqual(["2027-03-03", "2027-03-05"]);
    await on("2027-03-04T00:00:00Z");
    expect((await told()).at(-1)).toEqual(["Moved", "credential.rotate-overdue", "2027-03-03"]);
  });

  it("is set, kept and cleared by an edit, whose audit row names the field only", async () => {
    const actor = await owner();
    const { id, rotation } = await add(actor, "Edited");
    expect(rotation).toBeUndefined();
    expect(await edit(actor, id, "2099-12-31")).toMatchObject({
      rotation: { dueOn: "2099-12-31", isOwn: true, state: "set" },
    });
    expect(await lastAudit(id)).toMatchObject({ action: "credential.edited", fields: ["rotateBy"] });
    expect(JSON.stringify(await lastAudit(id), (_, value) => (typeof value === "bigint" ? "" : value))).not.toContain(
      "2099",
    );
    expect(await edit(actor, id)).toMatchObject({ rotation: { dueOn: "2099-12-31" } });
    expect(await edit(actor, id, "")).not.toHaveProperty("rotation");
    const wrong = ["2027-02-30", "0027-03-03", "2127-03-03", "3 Mar 2027", "2027-03-03T00:00:00Z", 7, { gt: "" }];
    for (const value of wrong) {
      const refused = await edit(actor, id, value).catch((error: unknown) => error);
      expect(isOwn(refused, Refusal) && refused.dto.fields, String(value)).toEqual({
        rotateBy: "Enter a full date in this century, or leave it empty.",
      });
    }
  });

  it("goes with the values that are replaced once it is near or over, and stays where it is far away", async () => {
    const actor = await owner();
    const over = await add(actor, "Over", dayIn(-1));
    const near = await add(actor, "Near", dayIn(14));
    const far = await add(actor, "Far", dayIn(15));
    expect([over, near, far].map(({ rotation }) => rotation?.state)).toEqual(["overdue", "soon", "set"]);
    expect(await replace(actor, over.id)).not.toHaveProperty("rotation");
    expect(await lastAudit(over.id)).toMatchObject({ fields: ["apiKey", "apiPassword", "rotateBy"] });
    expect(await replace(actor, near.id)).not.toHaveProperty("rotation");
    expect(await replace(actor, far.id)).toMatchObject({ rotation: { dueOn: dayIn(15), state: "set" } });
    expect(await lastAudit(far.id)).toMatchObject({ fields: ["apiKey", "apiPassword"] });
    // A rollback is a replacement as well.
    await edit(actor, far.id, dayIn(1));
    const { revision } = await getCredential(actor, far.id);
    await rollbackCredential(actor, { credentialId: far.id, revision, number: 1 });
    expect(await getCredential(actor, far.id)).not.toHaveProperty("rotation");
    await on(dayIn(400));
    expect(await told()).toEqual([]);
  });
});

describe("a maximum age of values", () => {
  it("counts from the last change of the values, gives way to a day of their own, and can be turned off", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Aged");
    const own = await add(actor, "Own day", "2099-12-31");
    expect(await updateSettings(actor, { revision: 0, maxAgeDays: 90 })).toMatchObject({ maxAgeDays: 90 });
    const client = await prisma();
    await client.credential.update({ where: { id }, data: { valuesChangedAt: new Date("2026-01-01T23:00:00Z") } });
    expect(await getCredential(actor, id)).toMatchObject({
      rotation: { dueOn: "2026-04-01", isOwn: false, state: "overdue" },
    });
    expect((await getCredential(actor, own.id)).rotation?.dueOn).toBe("2099-12-31");
    await on("2026-03-17T23:59:59Z");
    expect(await told()).toEqual([]);
    await on("2026-03-18T00:00:00Z");
    await on("2026-04-01T23:59:59Z");
    await on("2026-04-02T00:00:00Z");
    expect(await told()).toEqual([
      ["Aged", "credential.rotate-soon", "2026-04-01"],
      ["Aged", "credential.rotate-overdue", "2026-04-01"],
    ]);
    expect(await replace(actor, id)).toMatchObject({ rotation: { dueOn: dayIn(90), state: "set" } });
    expect(await newestNotice(actor)).toMatchObject({
      message: "Its values should have been replaced by 1 Apr 2026. Someone has changed its values since.",
      link: { href: `/credentials/${id}`, label: "Open the credential" },
    });
    await updateSettings(actor, { revision: 1, maxAgeDays: null });
    expect(await getCredential(actor, id)).not.toHaveProperty("rotation");
    await on("2090-01-01T00:00:00Z");
    expect(await told()).toHaveLength(2);
  });

  it("that is changed makes other days, which are told of in their turn", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Aged");
    const client = await prisma();
    await client.credential.update({ where: { id }, data: { valuesChangedAt: new Date("2026-01-01T12:00:00Z") } });
    await updateSettings(actor, { revision: 0, maxAgeDays: 30 });
    await on("2026-02-01T00:00:00Z");
    await updateSettings(actor, { revision: 1, maxAgeDays: 60 });
    await on("2026-02-01T00:00:00Z");
    await on("2026-02-20T00:00:00Z");
    expect(await told()).toEqual([
      ["Aged", "credential.rotate-overdue", "2026-01-31"],
      ["Aged", "credential.rotate-soon", "2026-03-02"],
    ]);
    for (const maxAgeDays of [29, 3651, 45.5, "90", Number.NaN, true]) {
      await expect(updateSettings(actor, { revision: 2, maxAgeDays }), String(maxAgeDays)).rejects.toThrow("Check");
    }
    expect(await lastAudit(actor.workspaceId)).toMatchObject({ action: "settings.edited", fields: ["maxAgeDays"] });
  });
});
