import { existsSync, readdirSync, readFileSync } from "node:fs";

// Of the process that serves, which the launcher of `npm start` has as its child. Linux only; NaN elsewhere.

/** Milliseconds that all threads of a process ran. Exact to the nanosecond, where `/proc/<pid>/stat` counts in 10 ms. */
export function cpuMs(pid: number): number {
  const folder = `/proc/${pid}/task`;
  if (!existsSync(folder)) return Number.NaN;
  const ran = readdirSync(folder).map((task) => Number(read(`${folder}/${task}/schedstat`).split(" ", 1)[0]));
  return ran.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/** Empty for a thread that ended since it was listed, and where there is no such file. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Resident memory of a process now, and at its most. */
export function memoryMiB(pid: number): { now: number; peak: number } {
  const status = read(`/proc/${pid}/status`);
  const line = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: line("VmRSS"), peak: line("VmHWM") };
}
