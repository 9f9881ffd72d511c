import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

const PAGE = new URL("../../docs/api.md", import.meta.url);

/** The commands that docs/api.md shows of the whole main job, in their order, as one script. */
async function scriptOfPage(): Promise<string> {
  const blocks = [...(await readFile(PAGE, "utf8")).matchAll(/^```sh run\n(.*?)^```$/gms)].map(
    ([, block = ""]) => block,
  );
  if (blocks.length < 8) throw new Error("docs/api.md shows fewer commands than the main job has.");
  return `set -euo pipefail\n${blocks.join("\n")}`;
}

type Settings = {
  /** With `/api/v1`. */
  url: string;
  token: string;
  pair: { apiKey: string; apiPassword: string };
  /** Where a file that a command writes goes. */
  folder: string;
};

/** Runs what docs/api.md shows, as a reader would who copies it. */
export async function runApiPage({
  url,
  token,
  pair,
  folder,
}: Settings): Promise<{ code: number | null; output: string }> {
  const child = spawn("bash", ["-c", await scriptOfPage()], {
    cwd: folder,
    env: {
      ...process.env,
      LATCHKEY_URL: url,
      LATCHKEY_TOKEN: token,
      CLARI_API_KEY: pair.apiKey,
      CLARI_API_PASSWORD: pair.apiPassword,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output };
}
