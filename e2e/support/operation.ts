import type { Answer, Person, Role } from "./people";
import type { Stage } from "./stage";

/** A row of the role × operation table. */
export type Operation = {
  name: string;
  allowed: readonly Role[];
  /** What is sent, once what it is about was made. */
  ask: (as: Person, stage: Stage) => Promise<Answer>;
};
