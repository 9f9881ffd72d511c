import { readFile, rename, writeFile } from "node:fs/promises";

/** Writes beside the file and renames, so that a crash leaves the old one. Only the owner of the file may read it. */
export async function writeKeptJson(file: string, value: Record<string, string>): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Reads texts that an earlier run kept, or makes and keeps them. */
export async function keptJson<T extends Record<string, string>>(file: string, make: () => T): Promise<T> {
  const made = make();
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) {
    await writeKeptJson(file, made);
    return made;
  }
  const kept = readJson(text);
  for (const key of Object.keys(made))
    if (typeof kept[key] !== "string") throw new Error(`${file} is damaged. Run the demo with --fresh to start anew.`);
  return kept as T;
}

function readJson(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}
