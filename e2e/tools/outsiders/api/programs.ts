import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { runApiPage } from "../../../support/api-page";
import { freePort } from "../../../support/start-app";
import { runTool } from "../run-tool";

/** As they are in the registries; prism is the last one that runs on Node 20. */
const PROGRAMS = {
  redocly: "@redocly/cli@2.77.0",
  types: ["openapi-typescript@7.13.0", "typescript@5.9.3"],
  prism: "@stoplight/prism-cli@5.14.2",
  schemathesis: "schemathesis==4.32.5",
} as const;

export type Subject = {
  /** To install into, and to write to. */
  folder: string;
  /** The file of the document. */
  document: string;
  /** With `/api/v1`. */
  url: string;
  /** For all that a token can be for. */
  token: string;
  pair: { apiKey: string; apiPassword: string };
};

async function run(folder: string, program: string, args: readonly string[], seconds = 300) {
  const output = await runTool("sh", ["-c", 'cd "$0" && exec "$@"; ', folder, program, ...args], seconds);
  return output;
}

const install = async (folder: string, packages: readonly string[]) => {
  const output = await run(folder, "npm", [
    "install",
    "--no-save",
    "--no-fund",
    "--no-audit",
    "--prefix",
    folder,
    ...packages,
  ]);
  if (!/added|up to date|changed/.test(output)) throw new Error(`not installed: ${output}`);
};

const bin = ({ folder }: Subject, name: string) => path.join(folder, "node_modules", ".bin", name);

/** Redocly's recommended rules, each of them. */
export async function lint(subject: Subject): Promise<string[]> {
  await install(subject.folder, [PROGRAMS.redocly]);
  const output = await run(subject.folder, bin(subject, "redocly"), ["lint", subject.document, "--format=json"]);
  const json = output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1);
  const { problems } = JSON.parse(json) as {
    problems: { ruleId: string; message: string; location: { pointer: string }[] }[];
  };
  return problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ""} ${message}`);
}

/** Types made from the document, as strictly as TypeScript looks at them. */
export async function compileTypes(subject: Subject): Promise<string[]> {
  await install(subject.folder, PROGRAMS.types);
  const types = path.join(subject.folder, "api.ts");
  await run(subject.folder, bin(subject, "openapi-typescript"), [subject.document, "--output", types]);
  const output = await run(subject.folder, bin(subject, "tsc"), [
    "--strict",
    "--exactOptionalPropertyTypes",
    "--noEmit",
    types,
  ]);
  return output.split("\n").filter((line) => line.trim() !== "");
}

/** The commands of docs/api.md through a proxy that compares each request and each answer with the document. */
export async function throughProxy(subject: Subject): Promise<string[]> {
  await install(subject.folder, [PROGRAMS.prism]);
  const port = await freePort();
  const args = ["proxy", subject.document, subject.url, "--errors", "--port", String(port)];
  const prism = spawn(bin(subject, "prism"), args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  prism.stdout.on("data", (data) => (output += data));
  prism.stderr.on("data", (data) => (output += data));
  try {
    for (let tries = 0; !output.includes("Prism is listening") && tries < 300; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const { code, output: said } = await runApiPage({ ...subject, url: `http://127.0.0.1:${port}` });
    const violations = output.split("\n").filter((line) => /violation|error/i.test(line));
    const requests = output.match(/Request received/g)?.length ?? 0;
    process.stdout.write(`    ${requests} requests\n`);
    if (requests < 15) violations.push(`only ${requests} requests: ${output}`);
    return code === 0 ? violations : [`the commands ended with ${code}: ${said}`, ...violations];
  } finally {
    prism.kill();
  }
}

/** Made-up requests to each operation: none may be answered by a fault of ours, or by what the document does not say. */
export async function fuzz(subject: Subject): Promise<string[]> {
  const { folder, document, url, token } = subject;
  const venv = path.join(folder, "venv");
  await run(folder, "python3", ["-m", "venv", venv]);
  await run(folder, path.join(venv, "bin", "pip"), ["install", "--quiet", PROGRAMS.schemathesis]);
  const settings = path.join(folder, "schemathesis.toml");
  await writeFile(settings, "");
  const checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";
  const output = await run(
    folder,
    path.join(venv, "bin", "schemathesis"),
    [
      ...["--config-file", settings, "run", document, "--url", url, "--header", `Authorization:Bearer ${token}`],
      ...["--checks", checks, "--phases", "examples,coverage,fuzzing", "--max-examples", "25", "--workers", "2"],
      ...["--continue-on-failure", "--no-shrink", "--seed", "14", "--request-timeout", "20"],
    ],
    900,
  );
  const summary = output.slice(output.indexOf("SUMMARY"));
  process.stdout.write(`${summary.replaceAll(/^/gm, "    ")}\n`);
  return /No issues found/i.test(output) ? [] : [output];
}
