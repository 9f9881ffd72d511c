import * as z from "zod/mini";

/** What a document says of a value beside its type; the names are those of JSON Schema. */
export type Said = { format?: string; minLength?: number; maxLength?: number; pattern?: string; examples?: unknown[] };

/** The same schema, described. */
export const say = <Schema extends z.ZodMiniType>(schema: Schema, description: string, said: Said = {}): Schema =>
  schema.check(z.meta({ description, ...said }));

export const text = (description: string, said?: Said) => say(z.string(), description, said);
/** ISO 8601, UTC. */
export const moment = (description: string) => text(description, { format: "date-time" });
export const flag = (description: string) => say(z.boolean(), description);
export const count = (description: string) => say(z.int().check(z.nonnegative()), description);

/** An object that answers have under this name; one with a field that is not named here is none. */
export const answer = <Shape extends Record<string, z.ZodMiniType>>(id: string, description: string, shape: Shape) =>
  z.strictObject(shape).register(z.globalRegistry, { id, description });

/** A page of a list. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({
    data: say(z.array(item), "This page's items, in list order."),
    next: say(z.nullable(z.string()), "The next page's address; null on the last one.", { format: "uri" }),
  });

/** A thing that is named and no more told of. */
export const named = answer("Named", "Something by its id and name.", {
  id: text("Its id."),
  name: text("Its name."),
});

type Flat<T> = T extends readonly (infer Item)[]
  ? Flat<Item>[]
  : T extends object
    ? { [Key in keyof T]: Flat<T[Key]> }
    : T;
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** True where both have the same fields of the same types: nothing more, nothing less, nothing optional in one alone. */
export type Same<A, B> = Identical<Flat<A>, Flat<B>>;
