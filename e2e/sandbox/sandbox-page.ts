import type { ClariSandbox } from "./clari-sandbox";
import { FAULTS } from "./faults";
import type { Exchange } from "./http-sandbox";
import { send } from "./send";

const GENERATE_PATH = "/sandbox/generate-pair";
const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; overflow-wrap: anywhere; }
  h2 { margin-top: 2.5rem; font-size: 1.2rem; }
  code { font: 0.9em ui-monospace, monospace; user-select: all; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: 0.3rem 1rem 0.3rem 0;
    text-align: left; vertical-align: top; }
  th[scope=row] { font-weight: normal; white-space: nowrap; }
  button { font: inherit; padding: 0.4rem 1rem; }`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
const row = (head: string, ...cells: string[]) =>
  `<tr><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

/** Whether this address belongs to people and not to the API. */
export const isSandboxPage = (path: string) => path === "/" || path === GENERATE_PATH;

function page({ url, pair, requests }: ClariSandbox): string {
  const faults = FAULTS.map(({ usage, example, description }) =>
    row(`<code>fault:${escapeHtml(example)}</code>`, escapeHtml(usage), escapeHtml(description)),
  );
  const last = requests.slice(-25).toReversed();
  const recent = last.map((request) =>
    row(
      new Date(request.at).toISOString().slice(11, 23),
      escapeHtml(`${request.method} ${request.path}${request.query}`),
      request.status === null ? "no answer yet" : String(request.status),
      request.fault !== null
        ? `fault:${escapeHtml(request.fault)}`
        : request.headersMatchPair
          ? "the current pair"
          : request.hasBothHeaders
            ? "another pair"
            : "a header is missing",
    ),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clari Copilot sandbox</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><main>
<h1>Clari Copilot sandbox</h1>
<p>It answers at <code>${url}</code> like Clari Copilot's API, with made-up people and calls. It is not Clari.</p>
<h2>The pair</h2><table>
${row("API Key", `<code>${escapeHtml(pair.apiKey)}</code>`)}
${row("API Password", `<code>${escapeHtml(pair.apiPassword)}</code>`)}</table>
<form method="post" action="${GENERATE_PATH}"><p><button>Generate a new pair</button>
The one above stops working at once, as in Clari.</p></form>
<h2>The last requests</h2>
${recent.length > 0 ? `<table><tr><th>UTC</th><th>Request</th><th>Status</th><th>With</th></tr>${recent.join("")}</table>` : "<p>None yet.</p>"}
<p><a href="/">Show the newest</a></p>
<h2>Faults</h2>
<p>To see how a fault is handled, use one of these as the API Key, with any password.</p>
<table><tr><th>API Key</th><th>How to write it</th><th>What happens</th></tr>${faults.join("")}</table>
</main></body></html>`;
}

/** The page for people at `/`, and its one button. */
export function answerSandboxPage(exchange: Exchange, sandbox: ClariSandbox): void {
  const { method, headers } = exchange.request;
  if (exchange.url.pathname === GENERATE_PATH) {
    // Another website must not press the button for somebody who has the sandbox running.
    const isOwn = headers.origin === undefined || headers.origin === `http://${headers.host}`;
    if (method !== "POST" || !isOwn) {
      send(exchange, 405, "text/plain", "Press the button on the sandbox's page.");
      return;
    }
    sandbox.generatePair();
    exchange.start(303, { Location: "/" });
    exchange.response.end();
    return;
  }
  send(exchange, 200, "text/html; charset=utf-8", page(sandbox), {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
  });
}
