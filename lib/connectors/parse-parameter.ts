import type { EndpointParameter, FormEndpoint, ParameterValue, ParameterValues } from "./connector";

/** A form sends text: nothing typed means the parameter is left out. */
const isBlank = (value: unknown) => value === undefined || value === null || value === "" || value === false;

const refuse = (label: string, message: string): never => {
  throw new TypeError(`${label} ${message}`);
};

function parseText(parameter: EndpointParameter & { kind: "text" }, value: unknown): string {
  const { label, maxLength } = parameter;
  if (typeof value !== "string") return refuse(label, "must be text.");
  const text = value.length > 2 * maxLength ? value : value.trim();
  if (text.length > maxLength) return refuse(label, `can have at most ${maxLength} characters.`);
  if (/\p{C}/u.test(text)) return refuse(label, "cannot have control characters.");
  return text;
}

function parseList(parameter: EndpointParameter & { kind: "list" }, value: unknown): string[] {
  const { label, maxItems, maxLength } = parameter;
  const tooMany = `can have at most ${maxItems} entries.`;
  if (typeof value === "string" && value.length > 2 * maxItems * maxLength) return refuse(label, tooMany);
  const parts: unknown[] =
    typeof value === "string" ? value.split("\n") : Array.isArray(value) ? value : refuse(label, "must be a list.");
  const items = parts
    .map((part) => parseText({ ...parameter, kind: "text", maxLength }, part))
    .filter((item) => item !== "");
  if (items.length > maxItems) return refuse(label, tooMany);
  return [...new Set(items)];
}

function parseInteger({ label, min, max }: EndpointParameter & { kind: "integer" }, value: unknown): number {
  const number =
    typeof value === "number"
      ? value
      : typeof value === "string" && value.length < 100 && /^\d{1,15}$/.test(value.trim())
        ? Number(value)
        : Number.NaN;
  if (!Number.isInteger(number) || number < min || number > max)
    return refuse(label, `must be a whole number from ${min} to ${max}.`);
  return number;
}

function parseMoment({ label }: EndpointParameter, value: unknown): string {
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;
  if (typeof value !== "string" || value.length > 40 || !shape.test(value))
    return refuse(label, "must be a date and time.");
  // A date field of a browser names no zone: it is UTC, as its label says.
  const date = new Date(/Z|[+-]\d{2}:\d{2}$/.test(value) ? value : `${value}Z`);
  if (Number.isNaN(date.getTime())) return refuse(label, "must be a date and time.");
  return date.toISOString();
}

/** In the order of the options. One alone is a list of one: so a form may send it, and so it was stored as a choice. */
function parseChoices({ label, options }: EndpointParameter & { kind: "choices" }, value: unknown): string[] {
  const chosen: unknown[] = Array.isArray(value) ? value : [value];
  const values = options.map((option) => option.value);
  if (chosen.length > values.length || chosen.some((one) => typeof one !== "string" || !values.includes(one)))
    return refuse(label, "must be among the choices.");
  return values.filter((one) => chosen.includes(one));
}

/** What is stored of a parameter; undefined where nothing was given. Throws a TypeError that says what is wrong. */
export function parseParameter(parameter: EndpointParameter, value: unknown): ParameterValue | undefined {
  if (isBlank(value)) return undefined;
  switch (parameter.kind) {
    case "text":
      return parseText(parameter, value) || undefined;
    case "list":
    case "choices": {
      const items = parameter.kind === "list" ? parseList(parameter, value) : parseChoices(parameter, value);
      return items.length > 0 ? items : undefined;
    }
    case "integer":
      return parseInteger(parameter, value);
    case "datetime":
      return parseMoment(parameter, value);
    case "choice":
      if (parameter.options.some((option) => option.value === value)) return value as string;
      return refuse(parameter.label, "must be one of the choices.");
    case "boolean":
      return value === true || value === "true" ? true : refuse(parameter.label, "must be on or off.");
  }
}

/** Those of a form's values that are parameters as they are; what is still being typed is none. */
export function readableParameters({ parameters }: FormEndpoint, values: Record<string, unknown>): ParameterValues {
  const entries = parameters.flatMap((parameter): [string, ParameterValue][] => {
    try {
      const value = parseParameter(parameter, values[parameter.id]);
      return value === undefined ? [] : [[parameter.id, value]];
    } catch (error) {
      if (error instanceof TypeError) return [];
      throw error;
    }
  });
  return Object.fromEntries(entries);
}
