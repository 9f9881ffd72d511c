const two = (number: number) => String(number).padStart(2, "0");

/** What a date field of the browser shows of a moment: the time where the person is. "" of what is no moment. */
export function toLocalText(iso: unknown): string {
  const date = new Date(typeof iso === "string" ? iso : "");
  if (Number.isNaN(date.getTime())) return "";
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const exact = date.getMilliseconds() > 0 ? `.${String(date.getMilliseconds()).padStart(3, "0")}` : "";
  const seconds = date.getSeconds() > 0 || exact ? `:${two(date.getSeconds())}${exact}` : "";
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}${seconds}`;
}

/** The moment that a date field names, in UTC. What it cannot name stays as it is, for the form to refuse. */
export function fromLocalText(text: string): string {
  const date = new Date(text);
  return text === "" || Number.isNaN(date.getTime()) ? text : date.toISOString();
}

/** Whether a form's value is a moment that can be said in words. */
export const isMoment = (value: unknown): value is string =>
  typeof value === "string" && value.endsWith("Z") && !Number.isNaN(Date.parse(value));
