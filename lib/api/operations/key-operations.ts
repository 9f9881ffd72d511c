import "server-only";
import { nothing, one, personOperation } from "@/lib/api/operation";
import { keyMadeAnswer, keyRotationAnswer, keysAnswer } from "@/lib/api/schemas/key";
import { addKey } from "@/lib/keys/add-key";
import { confirmKeyBackup } from "@/lib/keys/confirm-key-backup";
import { getKeys } from "@/lib/keys/get-keys";
import { retireKey } from "@/lib/keys/retire-key";
import { startRotation } from "@/lib/keys/start-rotation";
import { workSoon } from "@/lib/keys/work-soon";

const tag = "Keys";

export const keyOperations = [
  personOperation({
    ...{ id: "getKeys", method: "GET", path: "/keys", tag, permission: "keys:read" },
    summary: "Get the sealing keys",
    description: "By id, with what each encrypts, and the last rotation. Never a key itself.",
    answer: one(keysAnswer),
    run: ({ actor }) => getKeys(actor),
  }),
  personOperation({
    ...{ id: "addKey", method: "POST", path: "/keys", tag, permission: "keys:rotate" },
    summary: "Add a key for the next rotation",
    answer: one(keyMadeAnswer, 201),
    makes: { idOf: ({ id }) => id, again: async (_call, id) => ({ id }) },
    errors: ["CONFIRM_PASSWORD", "IN_USE", "CHANGED_MEANWHILE"],
    run: async ({ actor }) => ({ id: await addKey(actor) }),
  }),
  personOperation({
    ...{ id: "startRotation", method: "POST", path: "/keys/rotate", tag, permission: "keys:rotate" },
    summary: "Start a rotation",
    description: "To the newest waiting key, or joins the running rotation.",
    answer: one(keyRotationAnswer, 202),
    errors: ["CONFIRM_PASSWORD", "IN_USE", "CHANGED_MEANWHILE"],
    run: async ({ actor }) => {
      const rotation = await startRotation(actor);
      workSoon();
      return rotation;
    },
  }),
  personOperation({
    ...{ id: "confirmKeyBackup", method: "POST", path: "/keys/{id}/confirm-backup", tag, permission: "keys:rotate" },
    summary: "Confirm the backup of a key",
    answer: nothing,
    errors: ["CONFIRM_PASSWORD"],
    run: ({ actor, id }) => confirmKeyBackup(actor, id),
  }),
  personOperation({
    ...{ id: "retireKey", method: "POST", path: "/keys/{id}/retire", tag, permission: "keys:rotate" },
    summary: "Retire a key that encrypts nothing, for good",
    answer: nothing,
    errors: ["CONFIRM_PASSWORD", "IN_USE", "CHANGED_MEANWHILE"],
    run: ({ actor, id }) => retireKey(actor, id),
  }),
];
