"use client";

import { useCallback, useState } from "react";
import { credentialOptions } from "@/components/credentials/list/credential-options";
import { Combobox } from "@/components/ui/combobox";
import { describedBy, Field, STAR } from "@/components/ui/field";
import { useFound } from "@/components/ui/use-found";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { MovePreviewDto } from "@/lib/data-sources/data-source-dto";
import { previewMoveAction } from "@/lib/data-sources/move-actions";

type Target = MovePreviewDto["targets"][number];

type MoveTargetProps = {
  connector: SignInConnector;
  /** The one that they move away from. */
  credentialId: string;
  /** What can be moved to, the first by name. */
  first: MovePreviewDto;
  target: Target | undefined;
  onChoose: (target: Target) => void;
};

/** Which credential the sources are to use: the first by name, and by what is typed all others. */
export function MoveTarget({ connector, credentialId, first, target, onChoose }: MoveTargetProps) {
  const [text, setText] = useState("");
  const find = useCallback((from: string, q: string) => previewMoveAction(from, credentialId, { q }), [credentialId]);
  const { found, failure, busy } = useFound(first.hasMoreTargets ? text : "", find);
  const { targets, hasMoreTargets } = found ?? first;
  if (first.targets.length === 0 && !first.hasMoreTargets) {
    return <p>No other {connector.name} credentials yet. Add one first, then move the sources.</p>;
  }
  return (
    <Field
      aside={STAR}
      help={`We'll verify it with ${connector.name} before moving anything.`}
      id="target"
      label="Move to"
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
