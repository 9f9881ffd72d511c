import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { scratchRoot } from "./scratch-root";
import { freePort } from "./start-app";

const PACKAGES = "/usr/lib/postgresql";

/** The folder of PostgreSQL's server programs, as Debian installs them. Undefined where there is none. */
export function postgresBin(): string | undefined {
  if (!existsSync(PACKAGES)) return undefined;
  const newest = readdirSync(PACKAGES)
    .sort((left, right) => Number(left) - Number(right))
    .at(-1);
  const bin = path.join(PACKAGES, newest ?? "", "bin");
  return existsSync(path.join(bin, "initdb")) ? bin : undefined;
}

export type PostgresCluster = {
  url: string;
  /** Starts it, anew after `stopHard`. */
  start(): void;
  /** As a crash: no checkpoint, no word to who is connected. */
  stopHard(): void;
  /** Stops every process of it where it stands, as on a machine that hangs; `thaw` lets it go on. */
  freeze(): void;
  thaw(): void;
  remove(): Promise<void>;
};

/** A PostgreSQL of the test's own on 127.0.0.1, not started yet: one whose faults hurt nobody else. */
export async function makePostgres(bin: string): Promise<PostgresCluster> {
  const folder = await mkdtemp(path.join(scratchRoot(), "latchkey-postgres-"));
  const data = path.join(folder, "data");
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root.
  const run = (program: string, ...args: string[]) => {
    const command = [path.join(bin, program), ...args];
    const [file = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file, rest, { cwd: "/", stdio: "ignore" });
  };
  const control = (...args: string[]) => run("pg_ctl", "-D", data, "-w", ...args);
  if (isRoot) await chown(folder, Number(execFileSync("id", ["-u", "postgres"])), -1);
  run("initdb", "-D", data, "-U", "latchkey", "-A", "trust", "--no-sync");

  const processes = () => {
    const postmaster = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n", 1)[0] ?? "";
    const children = spawnSync("ps", ["-o", "pid=", "--ppid", postmaster], { encoding: "utf8" }).stdout;
    return [postmaster, ...children.split("\n")].map(Number).filter((pid) => pid > 1);
  };
  const signal = (name: NodeJS.Signals) => {
    for (const pid of processes()) {
      try {
        process.kill(pid, name);
      } catch (error) {
        // The process of a connection that was just closed: it ended since it was listed.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    }
  };
  const cluster: PostgresCluster = {
    url: `postgresql://latchkey@127.0.0.1:${port}/postgres`,
    start: () =>
      control(
        "-l",
        path.join(folder, "log"),
        "-o",
        `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`,
        "start",
      ),
    stopHard: () => control("-m", "immediate", "stop"),
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    remove: async () => {
      if (existsSync(path.join(data, "postmaster.pid"))) {
        cluster.thaw();
        cluster.stopHard();
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
  return cluster;
}
