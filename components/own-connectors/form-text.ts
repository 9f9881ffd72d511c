// How the parts of a definition are written as texts of inputs, and read from them.

export const dotted = (path: readonly string[] | undefined) => (path ?? []).join(".");
export const keys = (text: string) => text.trim().split(".").filter(Boolean);
export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
export const entries = (text: string) =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
export const json = (value: object) =>
  Object.values(value).some((one) => one !== undefined) ? JSON.stringify(value) : "";
export const kept = (text: string) => (text === "" ? {} : JSON.parse(text));
/** What the schema says of it if it is none. */
export const figure = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
