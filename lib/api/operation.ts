import "server-only";
import type * as z from "zod/mini";
import type { Member, Principal } from "@/lib/auth/actor";
import type { Operation } from "@/lib/auth/permissions";
import type { ErrorCode } from "@/lib/platform/result-dto";
import type { Method } from "./method-dto";
import type { Tag } from "./tags";

export type Body = Record<string, unknown>;

/** One request, as an operation gets it. */
export type Call<Actor> = {
  actor: Actor;
  /** From the path: `{id}`, decoded and otherwise as it came. */
  id: string;
  query: Record<string, string>;
  /** The body as it came, an object: each use case parses its own. `{}` where there was none. */
  body: Body;
  /** Of `If-Match`, where the operation asks for it. */
  revision: number | undefined;
  /** The same where a request that broke off is sent again with its `Idempotency-Key`; else a random one. */
  formId: string;
  request: Request;
};

type One<S> = { kind: "one"; status: 200 | 201 | 202; schema: S };
type List<S> = { kind: "list"; status: 200; schema: S };
type Nothing = { kind: "nothing"; status: 204 };
/** An operation that makes its own response, in one of these media types. */
type File = { kind: "file"; status: 200; types: Readonly<Record<string, z.ZodMiniType>> };
type Schema = z.ZodMiniType;
export type Shape = One<Schema> | List<Schema> | Nothing | File;

export const one = <S extends Schema>(schema: S, status: 200 | 201 | 202 = 200): One<S> => ({
  kind: "one",
  status,
  schema,
});
export const listOf = <S extends Schema>(schema: S): List<S> => ({ kind: "list", status: 200, schema });
export const nothing: Nothing = { kind: "nothing", status: 204 };
export const file = (types: File["types"]): File => ({ kind: "file", status: 200, types });

export type Page<T> = { items: readonly T[]; after?: string | undefined };

type Answer<S extends Shape> =
  S extends One<infer Z>
    ? z.infer<Z>
    : S extends List<infer Z>
      ? Page<z.infer<Z>>
      : S extends Nothing
        ? undefined | Response
        : Response;

/** What a repeated request that made something is answered with. */
export type Makes<A, Actor> = {
  idOf: (answer: A) => string;
  /** Where the new thing is, below `/api/v1`. */
  at?: (id: string) => string;
  /** The answer to the same request again: what it made, as it is now and without what is shown once. */
  again: (call: Call<Actor>, id: string) => Promise<A>;
  /** The use case stores its `formId`, and makes nothing a second time for the same one. */
  isFoundByForm?: true;
};

type Described<S extends Shape, Actor> = {
  /** Also what clients that are made from the document call it. */
  id: string;
  method: Method;
  path: `/${string}`;
  tag: Tag;
  summary: string;
  description?: string;
  query?: z.ZodMiniObject;
  body?: z.ZodMiniType;
  answer: S;
  /** Changes a thing that has a revision: `If-Match` names the one that was seen. */
  precondition?: true;
  makes?: Makes<Answer<S>, Actor>;
  /** What it refuses beside what each can be refused for. */
  errors?: readonly ErrorCode[];
  /** What documents show: what has a body has one of these. */
  examples?: { body: Body };
};

// biome-ignore lint/suspicious/noConfusingVoidType: a use case that returns nothing is handed on as it is
type Run<S extends Shape, Actor> = (call: Call<Actor>) => Promise<S extends Nothing ? void | Response : Answer<S>>;

type Row<S extends Shape, Actor> = Described<S, Actor> & { run: Run<S, Actor> };

/** A row of the table, whatever it answers. */
export type ApiOperation =
  | (Row<Shape, Principal> & { access: "token"; permission?: Operation })
  | (Row<Shape, Member> & { access: "person"; permission?: Operation })
  | (Row<Shape, undefined> & { access: "anyone" });

/** For people, and for tokens that have the right as a scope; for every token where it needs none. */
export const operation = <S extends Shape>(row: Row<S, Principal> & { permission?: Operation }): ApiOperation =>
  ({ ...row, access: "token" }) as unknown as ApiOperation;

/** For people with a session alone. */
export const personOperation = <S extends Shape>(row: Row<S, Member> & { permission?: Operation }): ApiOperation =>
  ({ ...row, access: "person" }) as unknown as ApiOperation;

/** For whoever asks. */
export const openOperation = <S extends Shape>(row: Row<S, undefined>): ApiOperation =>
  ({ ...row, access: "anyone" }) as unknown as ApiOperation;
