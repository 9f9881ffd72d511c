import type { FileHandle } from "node:fs/promises";

const PIECE = 1024 * 1024;
const LINE_FEED = 10;
const QUOTE = 34;

/**
 * Goes through a file until so many lines have ended. In CSV a line end between quotes ends none.
 * @returns how many have, and how many bytes they take
 */
export async function findLineEnd(
  file: FileHandle,
  most: number,
  isCsv: boolean,
): Promise<{ lines: number; bytes: number }> {
  const piece = Buffer.allocUnsafe(PIECE);
  let [lines, bytes, position, isQuoted] = [0, 0, 0, false];
  if (most === 0) return { lines, bytes };
  for (;;) {
    const { bytesRead } = await file.read(piece, 0, PIECE, position);
    if (bytesRead === 0) return { lines, bytes };
    for (let at = 0; at < bytesRead; at += 1) {
      if (isCsv && piece[at] === QUOTE) isQuoted = !isQuoted;
      if (piece[at] !== LINE_FEED || isQuoted) continue;
      lines += 1;
      bytes = position + at + 1;
      if (lines === most) return { lines, bytes };
    }
    position += bytesRead;
  }
}
