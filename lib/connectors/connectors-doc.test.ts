import { expect, it } from "vitest";
import type { Connector, CredentialField, ProviderLimit } from "./connector";
import type { DatabaseConnector } from "./database-connector";
import type { Host } from "./hosts";
import { provenOf } from "./proven";
import { connectors, databases } from "./registry";

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function hostWords({ kind, ...host }: Host, fields: readonly CredentialField[]): string {
  if (kind === "fixed" && "origin" in host) return new URL(host.origin).host;
  if (kind === "choice" && "origins" in host)
    return Object.values(host.origins)
      .map((url) => new URL(url).host)
      .join("<br>");
  if (kind === "keyEnd" && "suffix" in host) return `…${host.suffix}`;
  const field = fields.find((one) => "host" in one);
  const typed = field && "host" in field ? field.host : undefined;
  return typed ? (typed.is === "label" ? [typed.suffix] : typed.suffixes).map((one) => `…${one}`).join("<br>") : "";
}

const SPANS: Record<number, string> = {
  1: "a second",
  60: "a minute",
  3600: "an hour",
  86400: "a day",
  604800: "a week",
};
const limitWords = ({ requests, seconds }: ProviderLimit) =>
  `${requests.toLocaleString("en")} ${SPANS[seconds] ?? `in ${seconds} seconds`}`;

const proofOf = (id: string) => {
  const { refusal, acceptance } = provenOf(id);
  return acceptance ? `with a real account, ${acceptance}` : refusal ? `its refusal, ${refusal}` : "not yet";
};

const connectorRow = ({ id, name, category, hosts, authentication, limits, endpoints }: Connector) =>
  row([
    name,
    category,
    hostWords(hosts.api, authentication.fields),
    authentication.fields.map(({ label, optional }) => `${label}${optional ? " (optional)" : ""}`).join("<br>"),
    endpoints.map((endpoint) => endpoint.name).join(", ") || "–",
    limits.map(limitWords).join("<br>") || "not documented",
    proofOf(id),
  ]);

const databaseRow = ({ name, authentication: { fields } }: DatabaseConnector) =>
  row([name, fields.map(({ label, optional }) => `${label}${optional ? " (optional)" : ""}`).join("<br>")]);

const page = `# Connectors

<!-- Made from lib/connectors: npx vitest run --config lib/vitest.config.ts lib/connectors/connectors-doc.test.ts -u -->

What Latchkey can keep credentials for, and read. Values of a connector go to its host and nowhere else; where a host is \`…\` and an ending, you type the part before it, or choose it. A connector without endpoints keeps credentials, verifies and rotates them; there's nothing to read with it yet.

**Tried** says how far a connector was seen to work at its provider. *Not yet* means that it was written from documents: host, sign-in and answers are as they describe them, and nobody has asked. \`npm run connectors:ask\` asks, see below.

${row(["connector", "category", "host", "fields", "endpoints", "limits of the provider", "tried"])}
${row(Array(7).fill("---"))}
${connectors.map(connectorRow).join("\n")}

## Databases

A database's credentials are kept, verified, replaced and rolled back like all others; no tables are read yet, so there are no data sources with them. They're offered only where this server's operator lists hosts in \`DATABASE_HOSTS\`: names in full, endings that begin with a dot, or \`*\` for any public address, each with \`:port\`, or \`:*\` for any, where it isn't 5432. A private address is connected to only for a host that is listed by its whole name.

${row(["database", "fields"])}
${row(Array(2).fill("---"))}
${databases.map(databaseRow).join("\n")}

To verify, Latchkey looks up the name, connects, asks for TLS and checks the certificate and its name, as \`sslmode=verify-full\` does; only then it signs in, with SCRAM unless the server wants another kind of password, asks \`SELECT 1\`, and looks whether any table may be read. That none may be is a warning. There's no way to connect without TLS. Where a cloud signs certificates itself, the operator puts its authorities into a file and names that in \`DATABASE_CA_FILE\`; they count for databases only. Paste a connection string (\`postgres://…\`, \`host=… user=…\` or \`jdbc:postgresql://…\`) into any field to fill all of them; a weaker \`sslmode\` in it is said and not used. Passwords have to be 1 to 1024 visible ASCII characters, and names of databases and users can't have spaces.

## What was not found

- Where the documents don't say who can see a key, or what a wrong subdomain gets, the form says so or keeps quiet. Nothing was filled in by guessing.
- Chorus, Modjo, Grain and Freshsales wait for somebody to see what they answer: of none of them the accepted answer's shape is documented where we looked, and of Chorus no refusal either.
- Datadog's own check proves one of its two keys. The other one is tried with *What may it read?*.
- No provider tells in an answer on which day a key ends. Where that is documented (Stripe, Paddle, Snowflake), the guide says so, and you set *Rotate by*.
- Of most records only the key is documented here. A preview hides everything else of them until you choose to show it; reading passes records on as they come.
- Aircall ends a list at 10,000, and Apollo.io at 500 pages: narrow what you read by time where an endpoint offers it.

## Try a connector

\`npm run connectors:ask -- refusal\` asks each provider once with an invented key and expects to be refused; \`npm run connectors:ask -- refusal hubspot stripe\` only those. It needs the internet, and your wish: providers may count failed sign-ins by address, so run it by hand, rarely, and never from an installation people use. What was refused as its data says is written to \`lib/connectors/proven.json\` with the day. Where you type the host, the invented name is usually nobody's: that's said, and proves nothing. Unset a connector's \`…_BASE_URL\` first.

With an account, put the values in the environment, named after connector and field, and ask for acceptance: \`HUBSPOT_ACCESS_TOKEN=… npm run connectors:ask -- acceptance hubspot\`. It prints the outcome and the shape of the answer, keys and types without values, for \`lib/connectors/answers\`.
`;

it("docs/connectors.md has every connector as it is", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/connectors.md");
});
