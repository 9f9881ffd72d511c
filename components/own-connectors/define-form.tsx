"use client";

import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { DraftLine } from "@/components/ui/draft-line";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { PageLink } from "@/components/ui/page-link";
import type { OwnConnectorDto } from "@/lib/own-connectors/own-connector-dto";
import { EndpointList } from "./endpoint-list";
import { definitionOf } from "./form-of-definition";
import { FormPart, type OfForm, OwnText } from "./inputs";
import { MoreFields } from "./more-fields";
import { OpenFile } from "./open-file";
import { PlacementRows } from "./placement-rows";
import { ProofFields } from "./proof-fields";
import { SentWhere } from "./sent-where";
import { TryPanel } from "./try-panel";
import { useDefine } from "./use-define";
import { ValueRows } from "./value-rows";

const SUBMIT = { try: "Try", save: "Save as verifiable", "save-unverifiable": "Save as not verifiable" } as const;

type DefineFormProps = {
  /** Absent for a new one. */
  connector?: OwnConnectorDto;
  /** Which hosts the operator allows, in words. */
  allowed: string;
};

/** A connector of one's own: what it asks for, where that goes and what proves it, with the request beside it. */
export function DefineForm({ connector, allowed }: DefineFormProps) {
  const { submission, tried, trying, stepOf, draft, triedPart } = useDefine(connector);
  const { form, field, formProps, busy, failure } = submission;
  const [opened, setOpened] = useState<string>();
  const of: OfForm = { form, field };
  // Inputs that were taken away are undefined until the next rendering.
  const typed = form.watch("definition") ? form.getValues().definition : undefined;
  const definition = typed && definitionOf(typed);
  const step = typed ? stepOf(typed) : "try";
  const shown = definition && tried?.about === triedPart(definition) ? tried.tried : undefined;
  return (
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <form {...formProps} className="grid min-w-0 max-w-form grid-cols-1 gap-6">
        <DraftLine onDiscard={draft.discard} restored={draft.restored} />
        {connector ? null : (
          <OpenFile
            onOpen={(name, next) => {
              setOpened(name);
              form.reset({ definition: next }, { keepDefaultValues: true });
            }}
          />
        )}
        <p aria-live="polite" className="text-meta text-muted empty:absolute">
          {opened
            ? `${opened} is in the form, and nothing is saved. Look at what it sends where before you try it.`
            : ""}
        </p>
        <FormPart about="What people choose it by." title="Name and host">
          <OwnText {...of} aside={STAR} label="Connector name" name="definition.name" required spellCheck />
          <OwnText {...of} help="One line, such as what it has." label="Summary" name="definition.summary" spellCheck />
          <OwnText
            {...of}
            autoCapitalize="none"
            className="font-mono"
            help={connector ? "Another host is another connector: its keys are entered anew." : allowed}
            label="Host"
            name="definition.host"
            placeholder="api.acme.com"
            readOnly={connector !== undefined}
            required
          />
        </FormPart>
        <ValueRows {...of} />
        <PlacementRows {...of} />
        <ProofFields {...of} />
        <EndpointList {...of} saved={connector?.definition.endpoints ?? []} />
        <MoreFields {...of} />
        <TryPanel {...trying} host={definition?.host ?? ""} tried={trying.asking === undefined ? shown : undefined} />
        <Failure error={failure} />
        <div className="grid gap-2 border-t pt-4">
          {step === "try" ? (
            <p className="text-meta text-muted">
              We ask the host twice, without any value and with invented ones. It has to refuse both.
            </p>
          ) : null}
          <div className="flex flex-wrap justify-end gap-2">
            <PageLink
              className={`${buttonClass("quiet")} mr-auto`}
              href={connector ? `/settings/own-connectors/${connector.id}` : "/settings/own-connectors"}
            >
              Cancel
            </PageLink>
            <Button busy={busy} type="submit" variant={step === "save-unverifiable" ? "secondary" : "primary"}>
              {connector && step === "save" ? "Save changes" : SUBMIT[step]}
            </Button>
          </div>
        </div>
      </form>
      {definition ? (
        <section
          aria-label="What it sends where"
          className="grid min-w-0 grid-cols-1 gap-4 rounded-tile border bg-surface p-5 lg:sticky lg:top-8"
        >
          <h2 className="text-tile font-semibold">What it sends where</h2>
          <SentWhere definition={definition} />
        </section>
      ) : null}
    </div>
  );
}
