"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { CheckProgress } from "@/components/credentials/check-progress";
import { CheckRegion } from "@/components/credentials/check-region";
import { RefusedCheck } from "@/components/credentials/refused-check";
import { useStoppablePost } from "@/components/credentials/use-stoppable-post";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { newFormId } from "@/components/ui/new-form-id";
import { TextField } from "@/components/ui/text-field";
import type { Connector } from "@/lib/connectors/connector";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { ParameterField } from "./parameter-field";

type ConfigureFormProps = { connector: Connector; credential: Pick<CredentialDto, "id" | "status"> };

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
  const { busy, post, stop } = useStoppablePost();
  const [failure, setFailure] = useState<ErrorDto>();
  const [isStopped, setStopped] = useState(false);

  const submit = form.handleSubmit(async ({ name, parameters }) => {
    setFailure(undefined);
    setStopped(false);
    const endpointId = form.getValues("endpointId");
    const credentialId = credential.id;
    const input = { connectorId: connector.id, credentialId, formId: formId.current, name, endpointId, parameters };
    const result = await post("/api/v1/data-sources", input);
    if (result === "stopped") setStopped(true);
    else if (result === "done") router.push("/data-sources");
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
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
      {endpoint && endpoint.parameters.length > 0 ? (
        <fieldset className="grid gap-3 border-t pt-4" key={endpoint.id}>
          <legend className="float-left w-full pb-2 text-tile font-semibold">Parameters</legend>
          {endpoint.parameters.map((parameter) => (
            <ParameterField form={form} key={parameter.id} parameter={parameter} />
          ))}
        </fieldset>
      ) : null}
      <CheckRegion className="empty:absolute">
        {busy && credential.status !== "VERIFIED" ? <CheckProgress name={connector.name} onStop={stop} /> : null}
        {isStopped ? <p className="text-muted">The check was stopped. The data source was not created.</p> : null}
        {failure ? <RefusedCheck error={failure} onRetry={submit} /> : null}
      </CheckRegion>
      <div className="flex justify-end border-t pt-4">
        <Button busy={busy} type="submit" variant="primary">
          Create data source
        </Button>
      </div>
    </form>
  );
}
