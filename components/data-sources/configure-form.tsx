"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { newFormId } from "@/components/ui/new-form-id";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import type { Connector, Endpoint } from "@/lib/connectors/connector";
import { createDataSourceAction } from "@/lib/data-sources/data-source-actions";
import { type DataSourceForm, dataSourceForm, NAME_MAX } from "@/lib/data-sources/data-source-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { ParameterField } from "./parameter-field";

type ConfigureFormProps = { connector: Connector; credentialId: string };

/** The *Configure* step: a name, an endpoint and its parameters. */
export function ConfigureForm({ connector, credentialId }: ConfigureFormProps) {
  const router = useRouter();
  const [first] = connector.endpoints;
  const endpointOf = (id: string): Endpoint | undefined => connector.endpoints.find((endpoint) => endpoint.id === id);
  // The parameters that count are those of the endpoint chosen at that moment.
  const resolver: Resolver<DataSourceForm> = (values, context, options) => {
    const endpoint = endpointOf(values.endpointId);
    if (!endpoint) return { values: {}, errors: { endpointId: { type: "required", message: "Choose an endpoint." } } };
    const resolve = zodResolver(dataSourceForm(endpoint)) as unknown as Resolver<DataSourceForm>;
    return resolve(values, context, options);
  };
  const form = useForm<DataSourceForm>({
    resolver,
    defaultValues: { name: "", endpointId: first?.id ?? "", parameters: {} },
  });
  const { errors } = form.formState;
  const endpoint = endpointOf(form.watch("endpointId"));
  const formId = useRef(newFormId());
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async ({ name, parameters }) => {
    setFailure(undefined);
    const endpointId = form.getValues("endpointId");
    const input = { connectorId: connector.id, credentialId, formId: formId.current, name, endpointId, parameters };
    const result = await run(() => createDataSourceAction(input));
    if (result?.ok) router.push("/data-sources");
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });

  return (
    <form className="grid max-w-form gap-4" method="post" noValidate onSubmit={submit}>
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
      {endpoint && endpoint.parameters.length > 0 ? (
        <fieldset className="grid gap-3 border-t pt-4" key={endpoint.id}>
          <legend className="float-left w-full pb-2 text-tile font-semibold">Parameters</legend>
          {endpoint.parameters.map((parameter) => (
            <ParameterField form={form} key={parameter.id} parameter={parameter} />
          ))}
        </fieldset>
      ) : null}
      <div aria-live="polite">{failure ? <Notice title={failure.message} tone="bad" /> : null}</div>
      <div className="flex justify-end border-t pt-4">
        <Button busy={busy} type="submit" variant="primary">
          Create data source
        </Button>
      </div>
    </form>
  );
}
