import { expect, it } from "vitest";
import { classesAskedFor, stateOf } from "./module-state.fixture";

// The rules of lib/cli/source-rules.test.ts see what they are about, in whatever shape it comes.

const STATE = [
  "let a = 0;",
  "let client: X | undefined;",
  "var a;",
  "export let a = 0;",
  "{ let a = 0; }",
  "if (x) { var a = 1; }",
  "for (let a = 0; a < 1; a++) f();",
  "export default new Map();",
  "const b = new Map<string, number>();",
  "const x =\n  new Map();",
  "export const c = [];",
  "const d: X = {};",
  "const d = { list: [] };",
  "const l: (() => void)[] = [];",
  "const m: Map<string, () => void> = new Map();",
  "const { a } = read();",
  "const [a] = [new Map()];",
  "const next = (() => { let n = 0; return () => n++; })();",
  "class A { static n = 0; }",
  "class A { static readonly seen = new Map(); }",
  "export default class { static list: string[] = []; }",
  "const a = Array.from({ length: 2 });",
  "const queue = makeQueue();",
  'const later = import("./later");',
  'const later = await import("./later");',
  "const a = x ? new Map() : null;",
  "const a = new WeakMap() as Cache;",
  "const a: ReadonlyMap<string, string> = makeMap();",
  "const a: string[] = [] as string[];",
];

/** What a function does to what the module has. */
const WRITES = [
  "c.n++;",
  "c[k]++;",
  "c.n %= 2;",
  "c.n **= 2;",
  "c.n = 1;",
  "c[key] ??= 1;",
  "(c as X).n = 1;",
  "c!.n = 1;",
  "delete c.n;",
  "({ a: c.n } = x);",
  "[c.n] = x;",
  "c.list.push(1);",
  "c.list?.push(1);",
  "c.fill(0);",
  "c.sort();",
  "c.set(1, 2);",
  'c["set"](1, 2);',
  "Object.assign(c, x);",
  "Object.defineProperty(c, k, x);",
  "Reflect.set(c, k, x);",
  "f.seen = true;",
  "imported.n = 1;",
  "imported.list.push(1);",
  "global.x = 1;",
  "globalThis.x ??= 1;",
  "process.mine = 1;",
];

const NONE = [
  'const a = "text", b = 1, c = /x/;',
  'const a: ReadonlySet<string> = new Set(["x"]);',
  'const a = once("a", () => new Map());\nfunction f() {\n  a.set(1, 2);\n}',
  "const a = Object.freeze({ n: 0 });",
  'const a = { n: 1, list: ["x"] } as const satisfies X;',
  "const a: readonly X[] = [{ parameters: [] }];",
  "const f = () => { let n = 0; n++; return new Map(); };",
  "function f(c) { c.n = 1; const d = []; d.push(1); }\nconst c = { n: 1 };\nconst d = [1];",
  "for (const one of LIST) f(one);",
  "const schema = z.object({ id: z.string() }).check(z.minLength(1));",
  "export default { a: 1 };",
  'class A { static readonly kind = "A"; n = 0; }',
  'import type { A } from "a";\nexport type { A };\nexport const a = b;',
];

it.each(STATE)("I5: state: %s", (text) => {
  expect(stateOf(text)).not.toEqual([]);
});

it.each(WRITES)("I5: written to: %s", (text) => {
  const module = `import { imported } from "./a";\nconst c = { n: 1, list: [1] };\nfunction f() {\n  ${text}\n}`;
  expect(stateOf(module)).not.toEqual([]);
  expect(stateOf(module.replace(text, ""))).toEqual([]);
});

it.each(NONE)("I5: no state: %s", (text) => {
  expect(stateOf(text)).toEqual([]);
});

it("L4: every `instanceof` is seen, and none that stands in a comment or a text", () => {
  const text =
    'f(a instanceof A, b\n  instanceof B) || !(c instanceof x.C); // d instanceof D\nconst e = "e instanceof E";';
  expect(classesAskedFor(text)).toEqual(["A", "B", "x.C"]);
});
