import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { trailerLine } from "./backup-format";

const damaged = () => new Refusal("INVALID_INPUT", "This file is damaged, cut short, or no backup of Latchkey.");

/** The lines of a backup without its trailer. Refuses at the end where they are not what was written. */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  // Both ends: a stream that is only piped would not hand on why it ended.
  pipeline(createReadStream(/* turbopackIgnore: true */ file), unpacked, () => undefined);
  const hash = createHash("sha256");
  let held: string | undefined;
  // One line behind: only at the end is it known which one is the trailer.
  for await (const line of linesOf(unpacked)) {
    if (held !== undefined) {
      hash.update(`${held}\n`);
      yield held;
    }
    held = line;
  }
  const trailer = trailerLine.safeParse(parsed(held ?? ""));
  if (!trailer.success || trailer.data.sha256 !== hash.digest("hex")) throw damaged();
}

/** Splits at newlines, and only there: text may hold other characters that readers take for the end of a line. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const chunk of stream) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EACCES") throw new Refusal("NOT_FOUND", `The file cannot be read (${code}).`);
    if (isOwn(error, Refusal) || !(code?.startsWith("Z_") || error instanceof TypeError)) throw error;
    throw damaged();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged();
  }
}
