import type { Exchange } from "./http-sandbox";

/** `text` is JSON. */
export type SandboxAnswer = { status: number; text: string; headers?: Record<string, string> };

export type FaultContext = {
  exchange: Exchange;
  /** What follows the fault's name and its colon, or empty. */
  argument: string;
  /** Which request this is since the fault was chosen, from 1. */
  attempt: number;
  /** What would have been answered without the fault. */
  correct(): SandboxAnswer;
  /** The sandbox's own address. */
  ownUrl: string;
  redirectTo: string | undefined;
  presented: { apiKey: string; apiPassword: string };
};

export type Fault = {
  name: string;
  /** How to write it, for example `slow:<ms>`. */
  usage: string;
  /** What to type: a name with a plausible argument. */
  example: string;
  description: string;
  /** Which arguments it takes; none by default. */
  takes?: RegExp;
  answer(context: FaultContext): void | Promise<void>;
};
