import { vi } from "vitest";
import { forgetAll } from "./process-state.mjs";

/** As in a process that begins: every module is loaded anew, and nothing is remembered. */
export function newProcess(): void {
  vi.resetModules();
  forgetAll();
}
