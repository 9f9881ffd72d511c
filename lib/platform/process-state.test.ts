import { expect, it, vi } from "vitest";
import { forget, once, onShutdown, shutDown } from "./process-state.mjs";

it("I5: another copy of the module has the same state", async () => {
  const made = once("of this test", () => new Map([["a", 1]]));
  vi.resetModules();
  const copy = await import("./process-state.mjs");
  expect(copy.once).not.toBe(once);
  expect(copy.once("of this test", () => new Map())).toBe(made);
  copy.forget("of this test");
  expect(once("of this test", () => "made anew")).toBe("made anew");
  forget("of this test");
});

it("R3: a stop goes phase by phase, whoever came first, also past one that fails, and once", async () => {
  const ended: string[] = [];
  onShutdown("database", () => void ended.push("database"));
  onShutdown("worker", async () => {
    onShutdown("database", () => void ended.push("opened late"));
    throw new Error("stuck");
  });
  onShutdown("worker", () => void ended.push("worker"));
  onShutdown("doors", () => void ended.push("doors"));
  await expect(shutDown()).rejects.toThrow("stuck");
  expect(ended).toEqual(["doors", "worker", "database", "opened late"]);
  await shutDown();
  expect(ended).toHaveLength(4);
});
