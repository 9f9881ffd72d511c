"use client";

import { STAR } from "@/components/ui/field";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { renamePersonAction } from "@/lib/auth/account/account-actions";

export function NameSection({ name, email }: { name: string; email: string }) {
  const submission = useSubmit({ defaultValues: { name }, send: (values) => renamePersonAction(values) });
  const { field, formProps } = submission;
  return (
    <SettingsSection about={`You sign in as ${email}.`} title="Name">
      <form className="grid gap-2" {...formProps}>
        <TextField
          aside={STAR}
          help="How your team sees you."
          id="person-name"
          label="Name"
          autoComplete="name"
          dir="auto"
          required
          {...field("name")}
        />
        <SaveRow submission={submission} />
      </form>
    </SettingsSection>
  );
}
