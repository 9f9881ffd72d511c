import "server-only";
import type { Method } from "@/lib/api/method-dto";
import type { SampleDto } from "@/lib/api/reference-dto";

/** A request to be shown as code. */
export type Sampled = {
  method: Method;
  url: string;
  needsToken: boolean;
  /** Names the state that was seen. */
  ifMatch: boolean;
  /** Creates something, once for each key. */
  hasKey: boolean;
  body?: object | undefined;
  answersJson: boolean;
};

const lines = (parts: readonly (string | false)[]) => `${parts.filter((part) => part !== false).join("\n")}\n`;
const indent = (text: string, by: number) => text.replaceAll("\n", `\n${" ".repeat(by)}`);
const json = (value: unknown, by = 2) => JSON.stringify(value, null, by);

function curl({ method, url, needsToken, ifMatch, hasKey, body }: Sampled): string {
  const options = [
    "curl --fail-with-body --no-progress-meter",
    method === "GET" || (method === "POST" && body) ? undefined : `--request ${method}`,
    needsToken ? '--header "Authorization: Bearer $LATCHKEY_TOKEN"' : undefined,
    ifMatch ? `--header 'If-Match: "7"'` : undefined,
    hasKey ? String.raw`--header "Idempotency-Key: \"$(uuidgen)\""` : undefined,
    body ? `--json '${json(body).replaceAll("'", String.raw`'\''`)}'` : undefined,
    `"${url}"`,
  ];
  return `${options.filter((option) => option !== undefined).join(" \\\n  ")}\n`;
}

function node({ method, url, needsToken, ifMatch, hasKey, body, answersJson }: Sampled): string {
  const headers = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is shown
    needsToken && "    authorization: `Bearer ${process.env.LATCHKEY_TOKEN}`,",
    ifMatch && `    "if-match": '"7"',`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is shown
    hasKey && '    "idempotency-key": `"${crypto.randomUUID()}"`,',
    body !== undefined && '    "content-type": "application/json",',
  ];
  return lines([
    `const response = await fetch("${url}", {`,
    method !== "GET" && `  method: "${method}",`,
    ...(headers.some(Boolean) ? ["  headers: {", ...headers, "  },"] : []),
    body !== undefined && `  body: JSON.stringify(${indent(json(body), 2)}),`,
    "});",
    "if (!response.ok) throw new Error(await response.text());",
    answersJson ? "console.log(await response.json());" : "console.log(response.status, await response.text());",
  ]);
}

/** JSON as Python writes it. */
function literal(value: unknown, depth: number): string {
  const pad = "    ".repeat(depth + 1);
  const end = "    ".repeat(depth);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, depth)).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([key, one]) => `${pad}${JSON.stringify(key)}: ${literal(one, depth + 1)},\n`).join("")}${end}}`;
}

function python({ method, url, needsToken, ifMatch, hasKey, body, answersJson }: Sampled): string {
  const headers = [
    needsToken && `        "Authorization": f"Bearer {os.environ['LATCHKEY_TOKEN']}",`,
    ifMatch && `        "If-Match": '"7"',`,
    hasKey && `        "Idempotency-Key": f'"{uuid.uuid4()}"',`,
  ];
  return lines([
    needsToken && "import os",
    hasKey && "import uuid",
    (needsToken || hasKey) && "",
    "import requests",
    "",
    "response = requests.request(",
    `    "${method}",`,
    `    "${url}",`,
    ...(headers.some(Boolean) ? ["    headers={", ...headers, "    },"] : []),
    body !== undefined && `    json=${literal(body, 1)},`,
    "    timeout=60,",
    ")",
    "response.raise_for_status()",
    answersJson ? "print(response.json())" : "print(response.status_code, response.text)",
  ]);
}

/** The same request in three languages; the token comes from the environment. */
export const makeSamples = (sampled: Sampled): SampleDto[] => [
  { id: "curl", label: "curl", text: curl(sampled) },
  { id: "node", label: "Node.js", text: node(sampled) },
  { id: "python", label: "Python", text: python(sampled) },
];
