"use client";

import { type FormEvent, useState } from "react";
import { SaveRow, type SaveState } from "@/components/settings/save-row";
import { SettingsSection } from "@/components/settings/settings-section";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { renamePersonAction } from "@/lib/auth/account-actions";

export function NameSection({ name, email }: { name: string; email: string }) {
  const { busy, run } = useAction();
  const [value, setValue] = useState(name);
  const [problem, setProblem] = useState<string>();
  const [state, setState] = useState<SaveState>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState(undefined);
    setProblem(undefined);
    const result = await run(() => renamePersonAction({ name: value }));
    if (result?.ok) setState("saved");
    else if (result?.error.fields?.name) setProblem(result.error.fields.name);
    else if (result) setState({ error: result.error });
  };

  return (
    <SettingsSection about={`You sign in as ${email}.`} title="Name">
      <form className="grid gap-2" method="post" noValidate onSubmit={submit}>
        <TextField
          error={problem}
          help="As your team sees it."
          id="person-name"
          label="Name"
          autoComplete="name"
          dir="auto"
          onChange={(event) => setValue(event.target.value)}
          required
          value={value}
        />
        <SaveRow busy={busy} state={state} />
      </form>
    </SettingsSection>
  );
}
