import type { Database } from "./databases";
import type { Measured } from "./figure";

/** How much is done: less of it for a first look. */
export type Scale = {
  rounds: number;
  /** Requests of a kind in a round. */
  times: number;
  /** Starts of each kind. */
  starts: number;
  /** Clicks in a browser. */
  clicks: number;
  /** Requests of all kinds before memory is looked at again. */
  mixed: number;
  /** Credentials of a large workspace. */
  many: number;
  /** Accounts, and tries of each, where times are compared for what they tell. */
  accounts: number;
  tries: number;
  /** Records of a read. */
  records: number;
};

export const FULL: Scale = {
  ...{ rounds: 24, times: 4, starts: 5, clicks: 15 },
  ...{ mixed: 20_000, many: 100_000, accounts: 4, tries: 6, records: 10_000 },
};
export const QUICK: Scale = {
  ...{ rounds: 8, times: 2, starts: 3, clicks: 5 },
  ...{ mixed: 2000, many: 10_000, accounts: 2, tries: 4, records: 3000 },
};

export type Part = {
  name: string;
  title: string;
  /** Whether the database makes a difference to it. */
  onEach: boolean;
  measure(database: Database, scale: Scale): Promise<Measured>;
};
