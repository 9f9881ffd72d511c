/** How to read a data source with a tool, ready to be pasted; the token comes from the environment. */
export type Snippet = {
  id: "curl" | "python" | "node" | "duckdb" | "dlt" | "airbyte";
  label: string;
  language: "sh" | "py" | "mjs";
  text: string;
  /** What to know of it. */
  note: string;
};

type Readable = {
  /** Scheme, host and port under which Latchkey is reached. */
  origin: string;
  sourceId: string;
  endpointId: string;
};

const curlLines = (url: string) => `curl --fail-with-body --no-progress-meter \\
  --header "Authorization: Bearer $LATCHKEY_TOKEN" \\
  --header "Accept: application/x-ndjson" \\
  --output records.ndjson \\
  "${url}"`;

const curl = (url: string) => `${curlLines(url)} ||
  echo "Not complete: curl ended with $?." >&2
`;

const duckdb = (url: string) => `${curlLines(url)} &&
  duckdb -c "SELECT count(*) FROM read_ndjson_auto('records.ndjson')"
`;

const python = (url: string) => `import json
import os

import requests

headers = {
    "Authorization": f"Bearer {os.environ['LATCHKEY_TOKEN']}",
    "Accept": "application/x-ndjson",
}
with requests.get(
    "${url}",
    headers=headers,
    stream=True,
    timeout=(10, 300),
) as response:
    response.raise_for_status()
    for line in response.iter_lines():
        record = json.loads(line)
        print(record)
`;

const node = (url: string) => `const url = "${url}";
const response = await fetch(url, {
  headers: {
    authorization: \`Bearer \${process.env.LATCHKEY_TOKEN}\`,
    accept: "application/x-ndjson",
  },
});
if (!response.ok) throw new Error(await response.text());
let rest = "";
for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + chunk).split("\\n");
  rest = lines.pop();
  for (const line of lines) console.log(JSON.parse(line));
}
`;

const dlt = (origin: string, path: string, table: string) => `import os

import dlt
from dlt.sources.helpers.rest_client import RESTClient
from dlt.sources.helpers.rest_client.auth import BearerTokenAuth

client = RESTClient("${origin}", auth=BearerTokenAuth(os.environ["LATCHKEY_TOKEN"]))
pipeline = dlt.pipeline("latchkey", destination="duckdb", dataset_name="latchkey")
print(
    pipeline.run(
        client.paginate("${path}"),
        table_name="${table}",
        write_disposition="replace",
    )
)
`;

const airbyte = (manifestUrl: string) => `curl --fail-with-body --no-progress-meter \\
  --header "Authorization: Bearer $LATCHKEY_TOKEN" \\
  --output latchkey-airbyte.yaml \\
  "${manifestUrl}"
`;

/** What works today, the simplest first. */
export function readSnippets({ origin, sourceId, endpointId }: Readable): Snippet[] {
  const source = `/api/v1/data-sources/${encodeURIComponent(sourceId)}`;
  const path = `${source}/records`;
  const url = `${origin}${path}`;
  const table = endpointId.replaceAll(/[^a-z0-9]+/gi, "_");
  return [
    {
      ...{ id: "curl", label: "curl", language: "sh", text: curl(url) },
      note: "One record a line. The file is whole only if curl ended with 0; 18 (92 over HTTP/2) means that it was cut.",
    },
    {
      ...{ id: "python", label: "Python", language: "py", text: python(url) },
      note: "With requests. A read that is cut raises ChunkedEncodingError: what came before it is not the whole.",
    },
    {
      ...{ id: "node", label: "Node.js", language: "mjs", text: node(url) },
      note: "A read that is cut throws: what came before it is not the whole.",
    },
    {
      ...{ id: "duckdb", label: "DuckDB", language: "sh", text: duckdb(url) },
      note: "DuckDB reads the file that curl wrote, and only where it is whole.",
    },
    {
      ...{ id: "dlt", label: "dlt", language: "py", text: dlt(origin, path, table) },
      note: "Reads JSON pages and follows them by itself. Swap duckdb for the destination that you load into.",
    },
    {
      ...{ id: "airbyte", label: "Airbyte", language: "sh", text: airbyte(`${origin}${source}/airbyte.yaml`) },
      note: "Import the file in Airbyte's Connector Builder, and give it the token. It reads JSON pages, whole or what changed.",
    },
  ];
}
