"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Icon } from "@/components/ui/icon";
import type { FormEndpoint } from "@/lib/connectors/connector";
import { readableParameters } from "@/lib/connectors/parse-parameter";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { ParameterField } from "./parameter-field";

/** So many are no burden to look at. */
const FEW = 4;

type EndpointParametersProps = { endpoint: FormEndpoint; form: UseFormReturn<DataSourceForm> };

/** What an endpoint is read with: first what it needs, then, folded where it is much, what narrows it down. */
export function EndpointParameters({ endpoint, form }: EndpointParametersProps) {
  const { errors, submitCount } = form.formState;
  const errorOf = (id: string) => errors.parameters?.[id]?.message as string | undefined;
  const needed = endpoint.parameters.filter(({ required }) => required);
  const optional = endpoint.parameters.filter(({ required }) => !required);
  const set = readableParameters({ ...endpoint, parameters: optional }, form.watch("parameters"));
  const count = Object.keys(set).length;
  const [open, setOpen] = useState(optional.length <= FEW || count > 0);
  const wrong = optional.find(({ id }) => errorOf(id) !== undefined)?.id;
  const isFirstWrong = wrong !== undefined && Object.keys(errors).every((name) => name === "parameters");
  const focused = useRef(submitCount);
  // A field that is folded away takes no focus, and is unfolded only now. Once for each try: not while it is corrected.
  useEffect(() => {
    if (focused.current === submitCount) return;
    focused.current = submitCount;
    if (isFirstWrong) form.setFocus(`parameters.${wrong}`);
  }, [form, submitCount, wrong, isFirstWrong]);

  return (
    <>
      {needed.map((parameter) => (
        <ParameterField error={errorOf(parameter.id)} form={form} key={parameter.id} parameter={parameter} />
      ))}
      {optional.length > 0 ? (
        <details
          className="group rounded-tile border bg-surface"
          onToggle={(event) => setOpen(event.currentTarget.open)}
          open={open || wrong !== undefined}
        >
          <summary className="flex min-h-11 items-center gap-2 rounded-tile px-4 py-2 text-tile font-semibold">
            <Icon className="size-4 text-muted transition-transform group-open:rotate-90" name="chevron" />
            {optional.every(({ kind }) => kind === "boolean") ? "Options" : "Filters"}
            <span className="text-meta font-normal text-muted tabular-nums">
              {count === 0 ? "none set" : `${count} set`}
            </span>
          </summary>
          <fieldset aria-label="Parameters" className="grid min-w-0 grid-cols-1 gap-3 border-t p-4 sm:grid-cols-2">
            {optional.map((parameter) => (
              <div className={parameter.kind === "integer" ? "min-w-0" : "min-w-0 sm:col-span-2"} key={parameter.id}>
                <ParameterField error={errorOf(parameter.id)} form={form} parameter={parameter} />
              </div>
            ))}
          </fieldset>
        </details>
      ) : null}
    </>
  );
}
