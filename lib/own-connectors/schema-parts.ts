import * as z from "zod/mini";
import { limitedText, textSchema } from "@/lib/platform/text-schema";

/** Says which key nobody knows, and of anything else that it is no such part. */
export function part<T extends z.core.$ZodLooseShape>(shape: T, what: string) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `A connector's ${what} can't have “${issue.keys[0]?.slice(0, 40)}”.`
        : `This isn't a connector's ${what}.`,
  });
}

/** Text that `flawOf` finds nothing in. */
export const judged = (max: number, flawOf: (text: string) => string | undefined, what = "This") =>
  limitedText(`${what} must be text.`, max, `${what} can have at most ${max} characters.`).check((context) => {
    const message = flawOf(context.value);
    if (message) context.issues.push({ code: "custom", input: context.value, message });
  });

export const list = <T extends z.core.$ZodType>(of: T, max: number, tooMany: string) =>
  z.array(of, "This must be a list.").check(z.maxLength(max, tooMany));

export const words = (label: string, max: number, required = false) => textSchema({ label, max, required });

export const whole = (what: string, min: number, max: number, more = `${what} is from ${min} to ${max}.`) =>
  z
    .number(`${what} is a number.`)
    .check(z.int(`${what} is a whole number.`), z.minimum(min, more), z.maximum(max, more));
