import type { UseFormReturn } from "react-hook-form";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import type { EndpointParameter } from "@/lib/connectors/connector";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";

/** The control of one parameter of an endpoint, by its kind. */
export function ParameterField({
  parameter,
  form,
}: {
  parameter: EndpointParameter;
  form: UseFormReturn<DataSourceForm>;
}) {
  const { id, label, help, kind, required = false } = parameter;
  const path = `parameters.${id}` as const;
  const error = form.formState.errors.parameters?.[id]?.message as string | undefined;
  const control = { ...describedBy(id, error), ...form.register(path), className: inputClass, required };

  if (kind === "boolean") {
    return (
      <div className="flex min-h-9 items-start gap-2.5">
        <input
          {...describedBy(id, error)}
          className="mt-1 size-4 accent-(--accent)"
          type="checkbox"
          {...form.register(path)}
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
  return (
    <Field error={error} help={help} id={id} label={kind === "datetime" ? `${label} (UTC)` : label} required={required}>
      {kind === "choice" ? (
        <select {...control}>
          <option value="">Any</option>
          {parameter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : kind === "list" ? (
        <textarea {...control} rows={2} />
      ) : kind === "integer" ? (
        <input
          {...control}
          inputMode="numeric"
          placeholder={`${parameter.min} to ${parameter.max}${parameter.unit ? ` ${parameter.unit}` : ""}`}
        />
      ) : (
        <input {...control} autoComplete="off" type={kind === "datetime" ? "datetime-local" : "text"} />
      )}
    </Field>
  );
}
