import { expect, it, vi } from "vitest";

const load = async () => ({
  ...(await import("@/lib/platform/own-error")),
  ...(await import("@/lib/platform/errors")),
  ...(await import("@/lib/platform/key-ring-unusable")),
  ...(await import("@/lib/auth/permissions")),
});

it("L4: an error that another copy of its module made is known, as what it is and as what it extends", async () => {
  const here = await load();
  vi.resetModules();
  const there = await load();
  const actor = { kind: "job", userId: "job:x", name: "x", workspaceId: "", role: "job", peer: undefined } as const;
  const away = new there.KeyRingUnusable("away");
  expect(away instanceof here.KeyRingUnusable).toBe(false);
  expect(here.isOwn(away, here.KeyRingUnusable)).toBe(true);
  const denied = new there.Denied(actor, "credential:list");
  expect([here.isOwn(denied, here.Denied), here.isOwn(denied, here.Refusal)]).toEqual([true, true]);
  expect(here.isOwn(there.notFound("key"), here.Denied)).toBe(false);
  for (const other of [new Error("x"), new TypeError("x"), undefined, "x", { kind: "Refusal" }])
    expect(here.isOwn(other, here.Refusal)).toBe(false);
});
