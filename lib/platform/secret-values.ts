import "server-only";
import { inspect } from "node:util";

const SECRET = "[secret]";

/**
 * The same values as an object that does not turn into a text: in a log line, an error, an answer or on a console it is
 * "[secret]", wherever it lies in what is written. By its type, whatever its fields are called. Single values are texts
 * again, and a copy (`{ ...values }`) is a plain object, for the one place that seals it.
 */
export function secretValues<T extends Record<string, string>>(values: T): T {
  return Object.defineProperties(
    { ...values },
    {
      toJSON: { value: () => SECRET },
      toString: { value: () => SECRET },
      [inspect.custom]: { value: () => SECRET },
    },
  );
}
