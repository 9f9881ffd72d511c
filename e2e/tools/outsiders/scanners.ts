import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool";

/** Where a scanner looks, and as whom. */
export type Target = {
  url: string;
  headers: Record<string, string>;
  /** For sqlmap: `*` marks where it tries. */
  requests: readonly {
    method: "GET" | "POST" | "PATCH";
    path: string;
    body?: string;
    headers?: Record<string, string>;
  }[];
  seconds: number;
};

export type Scanner = {
  program: string;
  /** What it found, one line each. */
  scan(target: Target): Promise<string[]>;
};

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-outsiders-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reportOf<T>(file: string, output: string): Promise<T> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    // Silence because of a fault of the scanner would look like a good answer.
    throw new Error(`no report: ${output.slice(-2000)}`);
  }
}

const headerLines = ({ headers }: Target) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

export const sqlmap: Scanner = {
  program: "sqlmap",
  scan: (target) =>
    inFolder(async (folder) => {
      const found: string[] = [];
      for (const { method, path: where, body, headers = {} } of target.requests) {
        const args = ["-u", `${target.url}${where}`, `--method=${method}`, "--batch", "--level=2", "--technique=BEU"];
        args.push("--dbms=postgresql", "--flush-session", "--disable-coloring", "--timeout=10", "--retries=0");
        args.push(
          "--ignore-code=*",
          "--threads=2",
          `--output-dir=${folder}`,
          `--headers=${headerLines({ ...target, headers: { ...target.headers, ...headers } }).join("\\n")}`,
        );
        if (body !== undefined) args.push(`--data=${body}`);
        const output = await runTool("sqlmap", args, target.seconds);
        const what = `${method} ${where}`;
        const parameters = [...output.matchAll(/^Parameter: (.+)$/gm)].map(([, name]) => name);
        if (parameters.length > 0) found.push(`${what}: SQL injection in ${parameters.join(", ")}`);
        else if (!/do not appear to be injectable|ended after/.test(output))
          throw new Error(`${what} was not tried: ${output.slice(-1500)}`);
        process.stdout.write(`    ${what}: ${output.match(/^\[.*(testing|heuristic)/gm)?.length ?? 0} steps\n`);
      }
      return found;
    }),
};

export const ffuf: Scanner = {
  program: "ffuf",
  scan: (target) =>
    inFolder(async (folder) => {
      const report = path.join(folder, "report.json");
      const words = fileURLToPath(new URL("paths.txt", import.meta.url));
      const headers = headerLines(target).flatMap((line) => ["-H", line]);
      const args = ["-u", `${target.url}/FUZZ`, "-w", words, "-mc", "200,201,204,206,500,501,502", "-t", "4", "-s"];
      const output = await runTool("ffuf", [...args, ...headers, "-of", "json", "-o", report], target.seconds);
      const { results } = await reportOf<{ results: { input: { FUZZ: string }; status: number; length: number }[] }>(
        report,
        output,
      );
      return results.map(({ input, status }) => `${status} /${input.FUZZ}`);
    }),
};

export const wapiti: Scanner = {
  program: "wapiti",
  scan: (target) =>
    inFolder(async (folder) => {
      const report = path.join(folder, "report.json");
      const modules = "sql,blindsql,xss,permanentxss,file,exec,crlf,redirect,backup,cookieflags,csp,http_headers";
      const args = ["-u", `${target.url}/`, "--scope", "folder", "-m", modules, "-f", "json", "-o", report];
      args.push("--max-scan-time", String(Math.round(target.seconds * 0.4)), "--max-attack-time", "20", "-d", "4");
      args.push("--flush-session", "--no-bugreport", "--store-session", folder);
      for (const line of headerLines(target)) args.push("-H", line);
      const output = await runTool("wapiti", args, target.seconds);
      const { vulnerabilities, anomalies } = await reportOf<
        Record<"vulnerabilities" | "anomalies", Record<string, { method: string; path: string; info: string }[]>>
      >(report, output);
      const pages = /found (\d+) URLs/i.exec(output)?.[1];
      process.stdout.write(`    ${pages ?? "?"} addresses found\n`);
      return [...Object.entries(vulnerabilities), ...Object.entries(anomalies)].flatMap(([kind, all]) =>
        all.map(({ method, path: where, info }) => `${kind}: ${method} ${where} ${info}`),
      );
    }),
};
