import { emailOf, personName } from "./made-up-names";
import { seededRandom } from "./seeded-random";

/** Clari's User object. */
export type ClariUser = {
  id: string;
  email: string;
  name: string;
  role: "REP" | "MANAGER" | "OBSERVER";
  is_recording: boolean;
  manager_id?: string;
};

/** One user, from nothing but seed and number, so that an endless list costs no memory. Every eighth is a manager. */
export function makeUser(seed: number, number: number): ClariUser {
  const random = seededRandom(seed * 1_000_003 + number);
  const id = `${random.hex(18)}${number.toString(16).padStart(6, "0")}`;
  const name = personName(number);
  const isManager = number % 8 === 0;
  const role = isManager ? "MANAGER" : random.chance(0.15) ? "OBSERVER" : "REP";
  const user = {
    id,
    email: emailOf(name, number < 32 ? "" : `.${number}`),
    name,
    role,
    is_recording: role !== "OBSERVER",
  } as const;
  return isManager ? user : { ...user, manager_id: makeUser(seed, number - (number % 8)).id };
}

export function makeUsers(seed: number, count: number): ClariUser[] {
  return Array.from({ length: count }, (_, number) => makeUser(seed, number));
}
