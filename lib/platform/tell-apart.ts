import "server-only";
import { skeleton } from "./name-keys";

/** Case counts for no letter here, as it does in the names of things. */
export const lookOf = (words: string): string => skeleton(words).toLowerCase();

type Person = { id: string; name: string; email: string };

/**
 * What people are called where one is named or chosen among them. They choose their names, and two may have the same; so
 * the address stands beside one that reads like another's, or like something that is nobody's name.
 */
export function tellApart(
  people: readonly Person[],
  isNobodys: (look: string) => boolean = () => false,
): ReadonlyMap<string, string> {
  const looks = people.map(({ name }) => lookOf(name));
  const bearers = new Map<string, number>();
  for (const look of looks) bearers.set(look, (bearers.get(look) ?? 0) + 1);
  return new Map(
    people.map(({ id, name, email }, index) => {
      const look = looks[index] ?? "";
      return [id, bearers.get(look) === 1 && !isNobodys(look) ? name : `${name} (${email})`];
    }),
  );
}
