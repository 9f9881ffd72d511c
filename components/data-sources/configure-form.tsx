"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { type CheckOutcome, useCheck } from "@/components/credentials/checks/use-check";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { newFormId } from "@/components/ui/new-form-id";
import { TextField } from "@/components/ui/text-field";
import type { Connector } from "@/lib/connectors/connector";
import { readableParameters } from "@/lib/connectors/parse-parameter";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { createDataSourceAction } from "@/lib/data-sources/data-source-actions";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import { ParameterField } from "./parameter-field";
import { RequestLine } from "./request-line";

type ConfigureFormProps = { connector: Connector; credential: Pick<CredentialDto, "id" | "status"> };

const NOT_CREATED = "The data source was not created.";
const whatStays = (outcome: CheckOutcome) =>
  "verification" in outcome ? <p className="w-full">{NOT_CREATED}</p> : null;

/** The *Configure* step: a name, an endpoint and its parameters. */
export function ConfigureForm({ connector, credential }: ConfigureFormProps) {
  const router = useRouter();
  const [first] = connector.endpoints;
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./data-source-resolver")).dataSourceResolver(connector.endpoints)),
  );
  const form = useForm<DataSourceForm>({
    resolver,
    defaultValues: { name: "", endpointId: first?.id ?? "", parameters: {} },
  });
  const { errors } = form.formState;
  const endpointId = form.watch("endpointId");
  const endpoint = connector.endpoints.find(({ id }) => id === endpointId);
  const formId = useRef(newFormId());
  const check = useCheck((error) => applyFieldErrors(form, error));

  const submit = form.handleSubmit(async ({ name, parameters }) => {
    const endpointId = form.getValues("endpointId");
    const credentialId = credential.id;
    const input = { connectorId: connector.id, credentialId, formId: formId.current, name, endpointId, parameters };
    // What was verified before is not asked about again.
    const question =
      credential.status === "VERIFIED" ? undefined : aboutStored(credentialId, { purpose: "data-source" });
    const saved = await check.store(question, (from, receipt) => createDataSourceAction(from, { ...input, receipt }));
    if (saved) router.push("/data-sources");
  });

  return (
    <form className="grid max-w-form gap-4" method="post" noValidate onInput={preload} onSubmit={submit}>
      <TextField
        autoComplete="off"
        dir="auto"
        error={errors.name?.message}
        help={`How your team will know it. Up to ${NAME_MAX} characters.`}
        id="name"
        label="Data Source Name"
        required
        {...form.register("name")}
      />
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
        <p className="text-meta text-muted">
          Reads <RequestLine endpoint={endpoint} parameters={readableParameters(endpoint, form.watch("parameters"))} />.
        </p>
      ) : null}
      {endpoint && endpoint.parameters.length > 0 ? (
        <fieldset className="grid gap-3 border-t pt-4" key={endpoint.id}>
          <legend className="float-left w-full pb-2 text-tile font-semibold">Parameters</legend>
          {endpoint.parameters.map((parameter) => (
            <ParameterField form={form} key={parameter.id} parameter={parameter} />
          ))}
        </fieldset>
      ) : null}
      <CheckPanel check={check} connector={connector} more={whatStays} onRetry={submit} unchanged={NOT_CREATED} />
      <div className="flex justify-end border-t pt-4">
        <Button busy={check.busy} type="submit" variant="primary">
          Create data source
        </Button>
      </div>
    </form>
  );
}
