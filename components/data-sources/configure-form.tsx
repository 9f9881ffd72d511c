"use client";

import { type ReactNode, useEffect } from "react";
import { aboutStoredValues } from "@/components/credentials/checks/about-stored-values";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import type { CheckOutcome } from "@/components/credentials/checks/use-check";
import { primaryUnless } from "@/components/credentials/checks/way-on";
import { ReplaceLink } from "@/components/credentials/list/replace-link";
import { Button, buttonClass } from "@/components/ui/button";
import { charactersLeft } from "@/components/ui/characters-left";
import { DraftLine } from "@/components/ui/draft-line";
import { describedBy, Field, inputClass, STAR } from "@/components/ui/field";
import { PageLink } from "@/components/ui/page-link";
import { TextField } from "@/components/ui/text-field";
import type { FormConnector, FormEndpoint, ParameterValues } from "@/lib/connectors/connector";
import { readableParameters } from "@/lib/connectors/parse-parameter";
import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import { CredentialField, useCredentialChoices } from "./credential-field";
import { EndpointParameters } from "./endpoint-parameters";
import { RequestLine } from "./request-line";
import { SourceConflict } from "./source-conflict";
import { type ConfigureTask, useConfigure } from "./use-configure";

/** What the form says at this moment, for what stands beside it. */
export type Configured = {
  endpoint: FormEndpoint;
  credentialId: string;
  parameters: ParameterValues;
  /** Shows what is wrong with the parameters; whether nothing is. */
  validate: () => Promise<boolean>;
};

type ConfigureFormProps = {
  connector: FormConnector;
  task: ConfigureTask;
  /** What an existing source can use instead. */
  choices?: CredentialChoicesDto | undefined;
  /** Whether who is here may replace the values of a credential. */
  mayReplace: boolean;
  /** Stands beside the form, or below it where there is no room. */
  aside?: (configured: Configured) => ReactNode;
};

const words = {
  create: { submit: "Create data source", unchanged: "The data source wasn't created." },
  duplicate: { submit: "Create data source", unchanged: "The data source wasn't created." },
  edit: { submit: "Save changes", unchanged: "The data source wasn't changed." },
} as const;

/** A name, an endpoint and its parameters; of a source that is there, the credential too. */
export function ConfigureForm({
  connector,
  task: now,
  choices: first = { choices: [], hasMore: false },
  mayReplace,
  aside,
}: ConfigureFormProps) {
  const { task, form, preload, check, draft, conflict, send } = useConfigure(connector, now);
  // Of a source it is what the form is upon; a new one's may have been verified since.
  const current =
    task.kind === "edit" ? task.source.credential : now.kind === "edit" ? task.credential : now.credential;
  const choices = useCredentialChoices(connector.id, first, current);
  const { errors } = form.formState;
  const endpoint = connector.endpoints.find(({ id }) => id === form.watch("endpointId"));
  const chosen = choices.all.find(({ id }) => id === form.watch("credentialId")) ?? current;
  const { submit: label, unchanged } = words[task.kind];
  const submit = send(chosen);
  const parameters = endpoint ? readableParameters(endpoint, form.watch("parameters")) : {};
  const whatStays = (outcome: CheckOutcome) => {
    if ("verification" in outcome)
      return (
        <>
          <p className="w-full">{unchanged}</p>
          {mayReplace && outcome.verification.status === "FAILED" ? (
            <ReplaceLink className="self-center" credential={chosen} />
          ) : null}
        </>
      );
    // Deleted meanwhile: what is typed here waits for the next one.
    const isGone = "error" in outcome && outcome.error.code === "NOT_FOUND" && task.kind === "create";
    return isGone ? (
      <PageLink className="action-link" href={`/data-sources/new/${connector.id}?gone=1`}>
        Choose another credential
      </PageLink>
    ) : null;
  };
  const theirs = now.kind === "edit" ? now.source.credential : current;
  const nameOfCredential = (id: string | undefined) =>
    [theirs, ...choices.all].find((one) => one.id === id)?.name ?? "";
  // A draft may name one that is not there any more.
  const isGone = !choices.all.some(({ id }) => id === (form.watch("credentialId") ?? id));
  useEffect(() => {
    if (isGone) form.setValue("credentialId", current.id);
  }, [form, isGone, current.id]);
  const isAsked = chosen.id !== current.id && chosen.status !== "VERIFIED";

  return (
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <form
        className="grid min-w-0 max-w-form grid-cols-1 gap-4"
        method="post"
        noValidate
        onInput={preload}
        onSubmit={submit}
      >
        <DraftLine onDiscard={draft.discard} restored={draft.restored} />
        <div aria-live="polite" className="empty:absolute">
          {conflict ? (
            <SourceConflict conflict={conflict} connector={connector} form={form} nameOf={nameOfCredential} />
          ) : null}
        </div>
        <TextField
          aside={STAR}
          autoComplete="off"
          dir="auto"
          error={errors.name?.message}
          help={`A name your team will recognize. ${charactersLeft(form.watch("name"), NAME_MAX) ?? `Up to ${NAME_MAX} characters.`}`}
          id="name"
          label="Data source name"
          required
          {...form.register("name")}
        />
        {task.kind === "edit" ? (
          <CredentialField
            choices={choices}
            error={errors.credentialId?.message}
            help={isAsked ? `We'll verify it with ${connector.name} first.` : "The credential it reads with."}
            control={form.control}
          />
        ) : null}
        <Field error={errors.endpointId?.message} help={endpoint?.summary} id="endpointId" label="Endpoint" required>
          <select
            {...describedBy("endpointId", errors.endpointId?.message)}
            className={inputClass}
            required
            {...form.register("endpointId")}
          >
            {connector.endpoints.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        {endpoint ? (
          <>
            <EndpointParameters endpoint={endpoint} form={form} key={endpoint.id} />
            <p className="text-meta text-muted">
              Reads <RequestLine endpoint={endpoint} parameters={parameters} />.
            </p>
          </>
        ) : null}
        {conflict ? null : (
          <CheckPanel
            check={{ ...check, outcome: aboutStoredValues(check.outcome, { connector, mayReplace }) }}
            connector={connector}
            more={whatStays}
            onRetry={submit}
            unchanged={unchanged}
          />
        )}
        <div className="flex justify-end gap-2 border-t pt-4">
          {task.kind === "create" ? null : (
            <PageLink className={`${buttonClass("quiet")} mr-auto`} href={`/data-sources/${task.source.id}`}>
              Cancel
            </PageLink>
          )}
          <Button busy={check.busy} type="submit" variant={primaryUnless(check.outcome)}>
            {label}
          </Button>
        </div>
      </form>
      {endpoint && aside ? (
        <div className="min-w-0 lg:sticky lg:top-8">
          {aside({
            endpoint,
            credentialId: chosen.id,
            parameters,
            validate: () => form.trigger("parameters", { shouldFocus: true }),
          })}
        </div>
      ) : null}
    </div>
  );
}
