"use client";

import { useEffect, useId, useRef, useState } from "react";
import { BlockedButton } from "@/components/ui/blocked-button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import type { KeysDto } from "@/lib/keys/keys-dto";
import { counted } from "@/lib/platform/counted-dto";
import { ConfirmBackup } from "./confirm-backup";
import { type RotationStep, rotationSteps } from "./rotation-steps";

const words: Record<RotationStep["id"], { title: string; button: string }> = {
  create: { title: "Create a new key", button: "Create a new key" },
  "back-up": { title: "Back it up", button: "I have a backup of the new key" },
  rotate: { title: "Rotate", button: "Rotate" },
};

type StepProps = { step: RotationStep; number: number; busy: boolean; onPress: () => void };

function Step({ step: { id, state, about }, number, busy, onPress }: StepProps) {
  const aboutId = useId();
  const isDone = state === "done";
  return (
    <li
      aria-current={state === "next" ? "step" : undefined}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2 p-4 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:items-center"
    >
      <span
        className={`grid size-6 place-items-center rounded-full border text-meta tabular-nums ${isDone ? "border-transparent bg-ok-soft text-ok" : "text-muted"}`}
      >
        {isDone ? <Icon className="size-4" name="check" /> : number}
        {isDone ? <span className="sr-only">Done</span> : null}
      </span>
      <div className="grid min-w-0 gap-0.5">
        <h3 className={state === "next" ? "font-semibold" : "font-medium"}>{words[id].title}</h3>
        <p className="text-meta text-muted wrap-anywhere" id={aboutId}>
          {about}
        </p>
      </div>
      {isDone ? null : (
        <div className="max-sm:col-start-2">
          <BlockedButton
            busy={busy && state === "next"}
            onClick={onPress}
            reason={state === "next" ? undefined : about}
            reasonId={aboutId}
            variant={state === "next" ? "primary" : "secondary"}
          >
            {words[id].button}
          </BlockedButton>
        </div>
      )}
    </li>
  );
}

type RotationCardProps = {
  keys: KeysDto;
  busy: boolean;
  onCreate: () => Promise<void>;
  onBackedUp: (id: string) => Promise<void>;
  onRotate: () => Promise<void>;
};

/** Rotation, step by step: a new key, a backup of it, and then everything under it. Only the next one can be taken. */
export function RotationCard({ keys, busy, onCreate, onBackedUp, onRotate }: RotationCardProps) {
  const { steps, goal, toReseal } = rotationSteps(keys);
  const [asking, setAsking] = useState<RotationStep["id"]>();
  const list = useRef<HTMLOListElement>(null);
  const next = steps.find(({ state }) => state === "next")?.id;
  const before = useRef(next);
  // The button of a step that is done is gone: the next one takes its focus.
  useEffect(() => {
    if (before.current === next) return;
    before.current = next;
    if (document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('[aria-current="step"] button')?.focus();
  }, [next]);
  const press = ({ id }: RotationStep) => (id === "create" ? void onCreate() : setAsking(id));
  const afterwards = async (work: Promise<void>) => {
    await work;
    setAsking(undefined);
  };
  return (
    <section aria-labelledby="rotate-key" className="grid gap-3">
      <h2 className="text-tile font-semibold" id="rotate-key">
        Rotate to a new key
      </h2>
      <ol className="grid divide-y rounded-tile border bg-surface" ref={list}>
        {steps.map((step, index) => (
          <Step busy={busy} key={step.id} number={index + 1} onPress={() => press(step)} step={step} />
        ))}
      </ol>
      {asking === "back-up" && goal ? (
        <ConfirmBackup
          busy={busy}
          id={goal.id}
          onClose={() => setAsking(undefined)}
          onConfirm={() => afterwards(onBackedUp(goal.id))}
        />
      ) : null}
      {asking === "rotate" && goal ? (
        <ConfirmDialog
          busy={busy}
          confirm="Rotate"
          onClose={() => setAsking(undefined)}
          onConfirm={() => afterwards(onRotate())}
          title="Rotate now?"
        >
          <p>
            Key <span className="break-all font-mono text-meta">{goal.id}</span> encrypts everything new from now on,
            and {counted(toReseal, "stored value is", "stored values are")} re-encrypted with it in the background.
            There's no way back to the key before; keep it as long as you keep backups made with it.
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
