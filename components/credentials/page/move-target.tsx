"use client";

import { useState } from "react";
import { credentialOptions } from "@/components/credentials/list/credential-options";
import { Combobox } from "@/components/ui/combobox";
import { describedBy, Field, STAR } from "@/components/ui/field";
import { useFound } from "@/components/ui/use-found";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { MovePreviewDto } from "@/lib/data-sources/data-source-dto";
import type { ActionResult } from "@/lib/platform/result-dto";

export type Target = MovePreviewDto["targets"][number];
/** What can be moved to, by name. */
export type Targets = Pick<MovePreviewDto, "targets" | "hasMoreTargets">;

type MoveTargetProps = {
  connector: SignInConnector;
  label: string;
  first: Targets;
  /** Of all. It must stay the same from one rendering to the next. */
  find: (from: string, q: string) => Promise<ActionResult<Targets>>;
  target: Target | undefined;
  onChoose: (target: Target) => void;
};

/** Which credential the sources are to use: the first by name, and by what is typed all others. */
export function MoveTarget({ connector, label, first, find, target, onChoose }: MoveTargetProps) {
  const [text, setText] = useState("");
  const { found, failure, busy } = useFound(first.hasMoreTargets ? text : "", find);
  const { targets, hasMoreTargets } = found ?? first;
  if (first.targets.length === 0 && !first.hasMoreTargets) {
    return <p>No other {connector.name} credentials yet. Add one first, then move the sources.</p>;
  }
  return (
    <Field
      aside={STAR}
      help={`We'll verify it with ${connector.name} before anything changes.`}
      id="target"
      label={label}
      required
    >
      <Combobox
        {...describedBy("target", undefined)}
        chosen={target ? credentialOptions([target])[0] : undefined}
        data-autofocus
        isSearching={busy}
        note={failure ?? (hasMoreTargets ? "There are more. Type to find them." : undefined)}
        onChoose={(id) => {
          const chosen = targets.find((one) => one.id === id);
          if (chosen) onChoose(chosen);
        }}
        onType={first.hasMoreTargets ? setText : undefined}
        options={credentialOptions(targets)}
        placeholder="Choose a credential"
        required
      />
    </Field>
  );
}
