import "server-only";
import { fdatasyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type NodeStream = { nfd: number };
type StreamOperations = { fsync?: (stream: NodeStream) => number };

/** Error numbers of WASI, which the engine was compiled for. */
const EIO = 29;
const EINVAL = 28;
const ENOSPC = 51;

function sync(stream: NodeStream): number {
  try {
    fdatasyncSync(stream.nfd);
    return 0;
  } catch (error) {
    // A number, not an exception: PostgreSQL decides what a failed sync means (it stops; or it ignores EINVAL, which
    // some systems answer for a folder).
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") return ENOSPC;
    return code === "EINVAL" || code === "EPERM" || code === "EISDIR" ? EINVAL : EIO;
  }
}

/**
 * PGlite's file system on disk, made durable. As shipped it leaves out `fsync`, so PostgreSQL's syncs do nothing and a
 * power cut can lose acknowledged rows or damage the database.
 */
export class DurableFileSystem extends NodeFS {
  override async init(...args: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(...args);
    const preRun = [...(emscriptenOpts.preRun ?? [])];
    preRun.push((module) => {
      const { stream_ops } = (module as unknown as { NODEFS: { stream_ops: StreamOperations } }).NODEFS;
      stream_ops.fsync = sync;
    });
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

/**
 * PostgreSQL's start parameters for a durable database: PGlite's own, without `-F`, which turns syncing off. Its shared
 * buffers are the memory of this process: as shipped 160 MB, of which so few credentials fill little.
 */
export const durableStartParameters: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...[
    "fsync=on",
    "wal_sync_method=fsync",
    "synchronous_commit=on",
    "full_page_writes=on",
    "shared_buffers=32MB",
  ].flatMap((setting) => ["-c", setting]),
];
