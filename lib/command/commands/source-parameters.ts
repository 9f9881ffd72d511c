import { usage } from "../failure";
import type { Json } from "../session/client";

function toValue({ id, kind }: Json, texts: readonly string[]): unknown {
  const [text = ""] = texts;
  if (kind === "list" || kind === "choices") return texts;
  if (texts.length > 1) throw usage(`${id} takes one value.`);
  // Whatever its kind, so it is taken out.
  if (text === "") return text;
  if (kind === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (kind === "boolean") {
    if (text === "true" || text === "false") return text === "true";
    throw usage(`${id} is true or false.`);
  }
  return text;
}

/** `id=value`, several times: the parameters of an endpoint as it takes them. */
export function parseParameters(endpoint: Json, pairs: readonly string[]): Record<string, unknown> {
  const texts = new Map<string, string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at < 1) throw usage(`"${pair}" isn't a parameter: write id=value.`);
    const id = pair.slice(0, at);
    texts.set(id, [...(texts.get(id) ?? []), pair.slice(at + 1)]);
  }
  const known: Json[] = endpoint?.parameters ?? [];
  return Object.fromEntries(
    [...texts].map(([id, values]) => {
      const parameter = known.find((one) => one.id === id);
      if (parameter) return [id, toValue(parameter, values)];
      throw usage(`There's no parameter "${id}". Available: ${known.map((one) => one.id).join(", ") || "none"}.`);
    }),
  );
}
