// Whoever reads the log may end before the server does: a pipe's other end, a collector. What cannot be written is lost
// then, and no more: an error without a listener would be logged, which fails again, in a loop that takes a whole core.
/** @param {readonly NodeJS.WritableStream[]} streams */
export function outliveReaders(streams = [process.stdout, process.stderr]) {
  for (const stream of streams) stream.on("error", () => undefined);
}
