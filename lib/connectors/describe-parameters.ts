import type { EndpointParameter, FormEndpoint, ParameterValue, ParameterValues } from "./connector";

/** What a parameter is set to, as people read it: texts, or a moment, which each reads in a time zone of their own. */
export type DescribedParameter = { id: string; label: string } & ({ texts: string[] } | { moment: string });

const figures = new Intl.NumberFormat("en");

function spell(parameter: EndpointParameter, value: ParameterValue): string {
  if (parameter.kind === "choice" || parameter.kind === "choices")
    return parameter.options.find((option) => option.value === value)?.label ?? String(value);
  if (value === true) return "Yes";
  if (parameter.kind === "integer" && typeof value === "number")
    return parameter.unit ? `${figures.format(value)} ${parameter.unit}` : figures.format(value);
  return String(value);
}

/** Those that are set, in the endpoint's order, with the labels and units of the form. */
export function describeParameters(
  { parameters }: Pick<FormEndpoint, "parameters">,
  values: ParameterValues,
): DescribedParameter[] {
  return parameters.flatMap((parameter): DescribedParameter[] => {
    const { id, label, kind } = parameter;
    const value = values[id];
    if (value === undefined) return [];
    if (kind === "datetime" && typeof value === "string" && !Number.isNaN(Date.parse(value)))
      return [{ id, label, moment: value }];
    return [{ id, label, texts: [value].flat().map((one) => spell(parameter, one)) }];
  });
}
