import { createInterface } from "node:readline";
import { StringDecoder } from "node:string_decoder";
import { EXIT, Failure, usage } from "../failure";
import { type Host, printable } from "../host";

/** No value of a provider and no token comes near it. */
const MOST_BYTES = 1024 * 1024;

/** What is waited for, or that the process is told to end: nobody may ever answer. */
function orStopped<Answer>({ signal }: Host, asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    asked.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

async function readToEnd({ stdin }: Host): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdin) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw usage("That is too much input.");
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** All that is piped in. Throws where it is more than anything that is asked for. */
export const readAll = (host: Host): Promise<string> => orStopped(host, readToEnd(host));

/** The values by field id, as JSON from standard input. */
export async function readValues(host: Host): Promise<Record<string, string>> {
  const text = await readAll(host);
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values === "object" && values !== null && !Array.isArray(values))
      return values as Record<string, string>;
  } catch {
    // Its message would repeat what was read.
  }
  throw usage('Standard input must be the values as a JSON object, such as {"apiKey":"…","apiPassword":"…"}.');
}

/** Asks for a line that is shown as it is typed. */
export function askVisible(host: Host, question: string): Promise<string> {
  const lines = createInterface({ input: host.stdin, output: host.stderr, terminal: true });
  const asked = new Promise<string>((resolve, reject) => {
    lines.once("SIGINT", () => reject(new Failure(EXIT.interrupted, "Interrupted.")));
    lines.once("close", () => reject(usage("You entered nothing.")));
    lines.question(printable(question), resolve);
  });
  return orStopped(host, asked).finally(() => lines.close());
}

const ENTER = ["\r", "\n"];
const ERASE = ["\u007f", "\b"];

/** What was typed so far, and what a key makes of it. A whole paste comes as one. */
function typed(before: string, keys: string): { text: string; end?: "enter" | "interrupt" | "close" } {
  let text = before;
  for (const key of keys) {
    if (ENTER.includes(key)) return { text, end: "enter" };
    if (key === "\u0003") return { text, end: "interrupt" };
    if (key === "\u0004" && text === "") return { text, end: "close" };
    if (key === "\u0015") text = "";
    else if (ERASE.includes(key)) text = [...text].slice(0, -1).join("");
    else if (key >= " ") text += key;
  }
  return { text };
}

/** Asks for a line that nobody sees. */
export async function askHidden(host: Host, question: string): Promise<string> {
  const { stdin, stderr } = host;
  stderr.write(printable(question));
  stdin.setRawMode?.(true);
  stdin.resume();
  const decoder = new StringDecoder("utf8");
  let take: (chunk: Buffer) => void = () => undefined;
  const asked = new Promise<string>((resolve, reject) => {
    let text = "";
    take = (chunk) => {
      const next = typed(text, decoder.write(chunk));
      text = next.text;
      if (next.end === "enter") resolve(text.trim());
      else if (next.end === "interrupt") reject(new Failure(EXIT.interrupted, "Interrupted."));
      else if (next.end === "close") reject(usage("You entered nothing."));
    };
    stdin.on("data", take);
    stdin.once("end", () => reject(usage("You entered nothing.")));
  });
  try {
    return await orStopped(host, asked);
  } finally {
    stdin.off("data", take);
    stdin.setRawMode?.(false);
    stdin.pause();
    stderr.write("\n");
  }
}

type Field = { id: string; label: string; help?: string; secret: boolean; options?: { value: string }[] };

/** A credential's values, asked for one by one in a terminal, or as JSON from standard input. */
export async function askValues(host: Host, fields: readonly Field[]): Promise<Record<string, string>> {
  if (!host.stdin.isTTY) return readValues(host);
  const values: Record<string, string> = {};
  for (const { id, label, secret, options } of fields) {
    const choices = options ? ` (${options.map(({ value }) => value).join(", ")})` : "";
    const question = `${label}${choices}: `;
    values[id] = secret ? await askHidden(host, question) : (await askVisible(host, question)).trim();
  }
  return values;
}

/** Throws unless the person agrees. Where nobody can be asked, they have to have said so. */
export async function confirm(host: Host, question: string, isAgreed: boolean | undefined): Promise<void> {
  if (isAgreed) return;
  if (!host.stdin.isTTY) throw usage("There's nobody to ask here. Add --yes if you mean it.");
  const answer = await askVisible(host, `${question} [y/N] `);
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failure(EXIT.failed, "Nothing was changed.");
}
