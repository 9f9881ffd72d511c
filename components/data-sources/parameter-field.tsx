"use client";

import { describedBy, Field, inputClass } from "@/components/ui/field";
import type { EndpointParameter } from "@/lib/connectors/connector";
import { ChoicesField } from "./choices-field";
import { ListField } from "./list-field";
import { MomentField } from "./moment-field";
import type { ParameterFieldProps } from "./parameter-field-props";

type Of<Kind extends EndpointParameter["kind"]> = ParameterFieldProps & { parameter: { kind: Kind } };

const figures = new Intl.NumberFormat("en");

function BooleanField({ parameter: { id, label, help }, form, error }: ParameterFieldProps) {
  return (
    <div className="flex min-h-9 items-start gap-2.5">
      <input
        {...describedBy(id, error)}
        className="mt-1 size-4 shrink-0 accent-(--accent)"
        type="checkbox"
        {...form.register(`parameters.${id}`)}
      />
      <span>
        <label className="font-medium" htmlFor={id}>
          {label}
        </label>
        <span className="block text-meta text-muted" id={`${id}-help`}>
          {help}
        </span>
      </span>
    </div>
  );
}

function IntegerField({ parameter, form, error }: Of<"integer">) {
  const { id, label, help, required = false, min, max, unit } = parameter;
  const range = `${figures.format(min)} to ${figures.format(max)}${unit ? ` ${unit}` : ""}.`;
  return (
    <Field error={error} help={`${help} ${range}`} id={id} label={label} required={required}>
      <div className="flex items-center gap-2">
        <input
          {...describedBy(id, error)}
          autoComplete="off"
          className={`${inputClass} max-w-32 tabular-nums`}
          inputMode="numeric"
          required={required}
          {...form.register(`parameters.${id}`)}
        />
        {unit ? (
          <span aria-hidden="true" className="text-muted">
            {unit}
          </span>
        ) : null}
      </div>
    </Field>
  );
}

function ChoiceField({ parameter, form, error }: Of<"choice">) {
  const { id, label, help, required = false, options } = parameter;
  return (
    <Field error={error} help={help} id={id} label={label} required={required}>
      <select
        {...describedBy(id, error)}
        className={inputClass}
        required={required}
        {...form.register(`parameters.${id}`)}
      >
        <option value="">Any</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** The control of one parameter of an endpoint, by its kind. */
export function ParameterField(props: ParameterFieldProps) {
  const { parameter, form, error } = props;
  const { id, label, help, required = false } = parameter;
  switch (parameter.kind) {
    case "boolean":
      return <BooleanField {...props} />;
    case "choices":
      return <ChoicesField error={error} input={form.register(`parameters.${id}`)} parameter={parameter} />;
    case "choice":
      return <ChoiceField {...props} parameter={parameter} />;
    case "datetime":
      return <MomentField {...props} />;
    case "list":
      return <ListField {...props} />;
    case "integer":
      return <IntegerField {...props} parameter={parameter} />;
    case "text":
      return (
        <Field error={error} help={help} id={id} label={label} required={required}>
          <input
            {...describedBy(id, error)}
            autoComplete="off"
            className={inputClass}
            dir="auto"
            required={required}
            {...form.register(`parameters.${id}`)}
          />
        </Field>
      );
  }
}
