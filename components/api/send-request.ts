import type { Method } from "@/lib/api/method-dto";
import type { ParameterDto } from "@/lib/api/reference-dto";

/** A request as it will leave, from what was filled in. */
export type Prepared = { method: Method; address: string; headers: Record<string, string>; body?: string };

export type Received = { status: string; isOk: boolean; headers: [string, string][]; body: string; isCut: boolean };

/** More than that no page shows. */
const SHOWN = 100_000;

type Filled = {
  operation: { method: Method; path: string; parameters: readonly ParameterDto[] };
  /** By the names of the parameters; what is empty is left out. */
  values: Readonly<Record<string, string>>;
  body: string | undefined;
};

export function prepareRequest({ operation, values, body }: Filled): Prepared {
  const { method, path, parameters } = operation;
  const given = parameters.flatMap((one) => {
    const value = values[one.name]?.trim();
    return value ? [{ ...one, value }] : [];
  });
  const of = (place: ParameterDto["in"]) => given.filter((one) => one.in === place);
  const query = new URLSearchParams(of("query").map(({ name, value }) => [name, value])).toString();
  const where = of("path").reduce(
    (text, { name, value }) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const headers = Object.fromEntries(of("header").map(({ name, value }) => [name, value]));
  return {
    method,
    address: `/api/v1${where}${query === "" ? "" : `?${query}`}`,
    headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
    ...(body === undefined ? {} : { body }),
  };
}

/** Reads as much as is shown, and no more: what else is on its way is not asked for. */
async function readBeginning(response: Response): Promise<{ text: string; isCut: boolean }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  if (!reader) return { text, isCut: false };
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += piece.value;
    if (text.length <= SHOWN) continue;
    await reader.cancel();
    return { text: text.slice(0, SHOWN), isCut: true };
  }
  return { text, isCut: false };
}

function inOrder(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Asks with the token alone: no cookie goes along, so that it is answered as a program would be. */
export async function sendRequest(prepared: Prepared, token: string, signal: AbortSignal): Promise<Received> {
  const { method, address, headers, body } = prepared;
  const response = await fetch(address, {
    method,
    headers: { ...headers, ...(token === "" ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body }),
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
    signal,
  });
  const { text, isCut } = await readBeginning(response);
  return {
    status: `${response.status} ${response.statusText}`.trim(),
    isOk: response.ok,
    headers: [...response.headers],
    body: isCut ? text : inOrder(text),
    isCut,
  };
}
