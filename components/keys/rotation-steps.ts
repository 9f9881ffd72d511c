import type { KeyDto, KeysDto } from "@/lib/keys/keys-dto";
import { counted } from "@/lib/platform/counted-dto";

export type RotationStep = {
  id: "create" | "back-up" | "rotate";
  /** One step at the most is the next one. */
  state: "done" | "next" | "waits";
  /** What it does, what it came to, or why it waits. */
  about: string;
};

export type RotationSteps = {
  steps: [create: RotationStep, backUp: RotationStep, rotate: RotationStep];
  /** The key that a rotation would lead to. */
  goal: KeyDto | undefined;
  /** How many stored values it would encrypt anew. */
  toReseal: number;
};

/** What a rotation would lead to: the newest key that waits, or the active one where another still has values. */
function goalOf(keys: readonly KeyDto[]): KeyDto | undefined {
  const standby = keys.findLast(({ state }) => state === "standby");
  if (standby) return standby;
  const othersHaveValues = keys.some(({ state, versions }) => state !== "active" && versions > 0);
  return othersHaveValues ? keys.find(({ state }) => state === "active") : undefined;
}

/** The way to a new key, and where on it one is. The server decides the same for itself. */
export function rotationSteps({ keys, rotation, canWrite, source }: KeysDto): RotationSteps {
  const goal = goalOf(keys);
  const toReseal = keys.reduce((sum, { id, versions }) => (id === goal?.id ? sum : sum + versions), 0);
  const step = (id: RotationStep["id"], state: RotationStep["state"], about: string): RotationStep => ({
    id,
    state,
    about,
  });
  const found = (...steps: RotationSteps["steps"]): RotationSteps => ({ steps, goal, toReseal });
  if (rotation?.isRunning) {
    const waits = "Waits until the rotation that is running has finished.";
    return found(step("create", "waits", waits), step("back-up", "waits", waits), step("rotate", "waits", waits));
  }
  if (!goal) {
    return found(
      canWrite
        ? step("create", "next", "It encrypts nothing until you rotate to it.")
        : step(
            "create",
            "waits",
            `Only this server's operator can add one: after the others in ${source}, on every instance.`,
          ),
      step("back-up", "waits", "Waits for a new key."),
      step("rotate", "waits", "Waits for a new key and its backup."),
    );
  }
  const created = goal.state === "standby" ? `Key ${goal.id} is waiting.` : `Key ${goal.id} is already the active one.`;
  if (goal.backupConfirmedAt === undefined) {
    return found(
      step("create", "done", created),
      step("back-up", "next", `Copy it from ${source} to somewhere other than your database backups, then confirm.`),
      step("rotate", "waits", "Waits for the backup: without the key, its values can't be decrypted."),
    );
  }
  return found(
    step("create", "done", created),
    step("back-up", "done", "You confirmed a backup of it."),
    step("rotate", "next", `Re-encrypts ${counted(toReseal, "stored value")} with it.`),
  );
}
