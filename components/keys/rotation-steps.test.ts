import { expect, it } from "vitest";
import type { KeyDto, KeysDto } from "@/lib/keys/keys-dto";
import { rotationSteps } from "./rotation-steps";

const key = (id: string, state: KeyDto["state"], versions = 0, isBackedUp = false): KeyDto => ({
  id,
  state,
  versions,
  createdAt: "2026-12-01T08:00:00.000Z",
  ...(isBackedUp ? { backupConfirmedAt: "2026-12-01T08:00:00.000Z" } : {}),
});
const ring = (...keys: KeyDto[]): KeysDto => ({ source: "the file", canWrite: true, keys, unreadable: [] });
const states = (keys: KeysDto) => rotationSteps(keys).steps.map(({ state }) => state);
const rotation = { id: "1", keyId: "b", startedAt: "", total: 3, resealed: 1, rate: 1, unreadable: 0 };

it.each([
  ["one key alone: a new one comes first", ring(key("a", "active", 3)), ["next", "waits", "waits"]],
  ["its backup changes nothing", ring(key("a", "active", 3, true)), ["next", "waits", "waits"]],
  ["a key that waits", ring(key("a", "active", 3), key("b", "standby")), ["done", "next", "waits"]],
  ["one with a backup", ring(key("a", "active", 3), key("b", "standby", 0, true)), ["done", "done", "next"]],
  ["what an older key still has", ring(key("b", "active", 2, true), key("a", "older", 1)), ["done", "done", "next"]],
  ["after a rotation", ring(key("b", "active", 3, true), key("a", "older")), ["next", "waits", "waits"]],
  [
    "while one runs",
    { ...ring(key("b", "active", 1, true), key("a", "older", 2)), rotation: { ...rotation, isRunning: true } },
    ["waits", "waits", "waits"],
  ],
])("only the next step can be taken: %s", (_, keys, expected) => {
  expect(states(keys)).toEqual(expected);
});

it("each step that waits says for what", () => {
  const [, backUp, rotate] = rotationSteps(ring(key("a", "active", 3))).steps;
  expect(backUp.about).toBe("Waits for a new key.");
  expect(rotate.about).toBe("Waits for a new key and its backup.");
  const [, , last] = rotationSteps(ring(key("a", "active", 3), key("b", "standby", 0, true))).steps;
  expect(last.about).toBe("Re-encrypts 3 stored values with it.");
  const [create] = rotationSteps({ ...ring(key("a", "active")), canWrite: false }).steps;
  expect(create).toMatchObject({ state: "waits", about: expect.stringContaining("operator can add one") });
});
