import { readdir } from "node:fs/promises";
import path from "node:path";

/** A text in every form that it could be written in: as it is, UTF-16, hex, and base64 wherever in a piece it begins. */
export function formsOf(bytes: Buffer): Buffer[] {
  const base64 = [0, 1, 2].flatMap((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    // The first and last characters depend on what stands beside it.
    return [shifted.slice(shift === 0 ? 0 : 4, -4)].flatMap((text) => [
      text,
      text.replaceAll("+", "-").replaceAll("/", "_"),
    ]);
  });
  const hex = bytes.toString("hex");
  return [
    bytes,
    Buffer.from(bytes.toString("latin1"), "utf16le"),
    ...[hex, hex.toUpperCase(), ...base64].map((text) => Buffer.from(text)),
  ];
}

/** Every file in a folder and the folders in it. */
export async function filesUnder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
