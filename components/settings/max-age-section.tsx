"use client";

import { type FormEvent, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { MAX_AGE_DAYS } from "@/lib/settings/rotation-dto";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";
import { SaveRow, type SaveState } from "./save-row";
import { SettingsSection } from "./settings-section";

/** After how many days values should be replaced. */
export function MaxAgeSection({ settings }: { settings: SettingsDto }) {
  const [days, setDays] = useState(String(settings.maxAgeDays ?? ""));
  const [problem, setProblem] = useState<string>();
  const [state, setState] = useState<SaveState>();
  const { busy, run } = useAction();

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setState(undefined);
    setProblem(undefined);
    const input = event.currentTarget.elements.namedItem("max-age") as HTMLInputElement | null;
    // What is no number says so at the server, as every other wrong one.
    const maxAgeDays = days.trim() === "" ? null : Number(days);
    const result = await run((from) => updateSettingsAction(from, { revision: settings.revision, maxAgeDays }));
    if (!result) return;
    const wrong = result.ok ? undefined : result.error.fields?.maxAgeDays;
    setProblem(wrong);
    if (wrong) input?.focus();
    else setState(result.ok ? "saved" : { error: result.error });
  };
  return (
    <SettingsSection
      about="Values that are used for long have been seen by many. Everyone in the workspace sees which ones should be replaced, and is told two weeks before and when the day has passed. A credential can have a date of its own instead."
      title="Rotation"
    >
      <form className="grid gap-3" method="post" noValidate onSubmit={save}>
        <TextField
          autoComplete="off"
          className="max-w-32 tabular-nums"
          error={problem}
          help={`In days, from ${MAX_AGE_DAYS.least} on. Leave it empty and values may be of any age.`}
          id="max-age"
          inputMode="numeric"
          label="Values should be replaced after"
          onChange={(event) => {
            setDays(event.target.value);
            setState(undefined);
          }}
          value={days}
        />
        <SaveRow busy={busy} state={state} />
      </form>
    </SettingsSection>
  );
}
