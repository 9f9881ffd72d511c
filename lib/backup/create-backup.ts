import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { type BackupSummary, backupHeader } from "./backup-format";
import { dumpLines } from "./dump-repository";

/** The lines with the trailer behind them, several in one piece. */
async function* withTrailer(summary: BackupSummary): AsyncGenerator<string> {
  const hash = createHash("sha256");
  let piece = "";
  let isHeader = true;
  for await (const line of dumpLines()) {
    const text = `${line}\n`;
    hash.update(text);
    if (isHeader) summary.keyIds = backupHeader.parse(JSON.parse(line)).keys.map(({ id }) => id);
    else if (line.startsWith('{"table":')) summary.tables += 1;
    else summary.rows += 1;
    isHeader = false;
    piece += text;
    if (piece.length > 256 * 1024) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}${JSON.stringify({ rows: summary.rows, sha256: hash.digest("hex") })}\n`;
}

/**
 * Writes the whole database into one file, as of one moment, while saves go on. It holds no key and no session. The
 * file appears when it is whole and on disk, with mode 0600; one of the same name is replaced.
 * @param file an absolute path
 */
export async function createBackup(actor: Actor, file: string): Promise<BackupSummary> {
  authorize(actor, "backup:create");
  // Random and new: in a folder that others write to, nobody can have put a link there that leads elsewhere.
  const unfinished = `${file}.${randomBytes(6).toString("hex")}.unfinished`;
  const summary: BackupSummary = { rows: 0, tables: 0, keyIds: [] };
  try {
    await pipeline(
      Readable.from(withTrailer(summary)),
      createGzip({ level: 1 }),
      createWriteStream(/* turbopackIgnore: true */ unfinished, { mode: 0o600, flags: "wx", flush: true }),
    );
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return summary;
}
