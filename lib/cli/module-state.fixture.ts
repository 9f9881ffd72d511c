import { parseAst } from "vitest/node";

// Finds what a module could keep between two calls, in the syntax tree. The parser is the one that reads the tests,
// which vitest exports; it knows TypeScript and needs no package of its own.

export interface SyntaxNode {
  type: string;
  [key: string]: unknown;
}

/** What makes nothing that could be written to, or keeps it by `once`. */
const MAKERS = [
  /^(once|followingFile|cache|createContext|lazy|createAuthMiddleware|localFont|pino|defineConnector|defineDatabase)$/,
  // Schemas.
  /^(z\..+|limitedText|textSchema|reference|bytes|part|judged|list|words|whole)$/,
  // And what the document of the API says of them.
  /^(answer|body|say|text|flag|count|nameOf|idOf)$/,
  // Rows of its table, and the scopes that a preset has.
  /^(operation|personOperation|openOperation|documentOperation|one|listOf|file|of)$/,
  // Text, read-only tables, and the parts of them that are alike.
  /^(path\.(join|resolve)|fileURLToPath|randomBytes|lookOf|jobOf|mark|moment|emails|seconds|plain)$/,
  /^Object\.(freeze|keys|fromEntries)$/,
];
/** What makes of something constant something that is. */
const METHODS = /^(map|flatMap|filter|repeat|toString|check|refine|pipe)$/;
/** What has nothing of ours to remember; an agent of outbound requests keeps no connection. */
const STATELESS = /^(URL|TextEncoder|TextDecoder|Intl\.\w+|BlockList|Agent)$/;
const DATA =
  /^(Literal|TemplateLiteral|TaggedTemplateExpression|UnaryExpression|BinaryExpression|Identifier|MemberExpression|JSX\w+|Class\w+|Function\w+|ArrowFunctionExpression|TS(Interface|TypeAlias|Enum|Module)Declaration)$/;
const CHANGING = /^(push|pop|shift|unshift|splice|fill|sort|reverse|copyWithin|set|add|delete|clear)$/;
const CHANGES = /^(Object\.(assign|define\w+|setPrototypeOf)|Reflect\.(set|define\w+|delete\w+|setPrototypeOf))$/;
const WORLD = new Set(["global", "globalThis", "window", "self", "process"]);

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string";
const at = (node: SyntaxNode | undefined, key: string) => (isNode(node?.[key]) ? node[key] : undefined);
const all = (node: SyntaxNode | undefined, key: string) => [node?.[key]].flat().filter(isNode);
const children = (node: SyntaxNode) => Object.values(node).flat().filter(isNode);
const isFunction = ({ type }: SyntaxNode) => /^(Function\w+|ArrowFunctionExpression)$/.test(type);
const WRAPPED = /^(TS(As|Satisfies|NonNull|TypeAssertion)\w*|ParenthesizedExpression|ChainExpression|AwaitExpression)$/;

export function parse(text: string, file = "a.ts"): SyntaxNode {
  return parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }) as unknown as SyntaxNode;
}

/** A node and all below it. */
export function nodesOf(node: SyntaxNode): SyntaxNode[] {
  return [node, ...children(node).flatMap(nodesOf)];
}

/** What is done while the module loads, without what its functions do. */
const loading = (node: SyntaxNode): SyntaxNode[] => [
  node,
  ...children(node).flatMap((one) => (isFunction(one) ? [one] : loading(one))),
];

function bare(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return node && WRAPPED.test(node.type) ? bare(at(node, "expression") ?? at(node, "argument")) : node;
}

/** `a.b().c`, of what begins a call. */
function calleeOf(node: SyntaxNode | undefined): string {
  const inner = bare(node);
  if (inner?.type === "MemberExpression") return `${calleeOf(at(inner, "object"))}.${calleeOf(at(inner, "property"))}`;
  if (inner?.type === "CallExpression") return `${calleeOf(at(inner, "callee"))}()`;
  if (inner?.type === "Literal" && typeof inner.value === "string") return inner.value;
  return inner?.type === "Identifier" ? String(inner.name) : (inner?.type ?? "");
}

/** The variable that a chain of properties begins with. */
function rootOf(node: SyntaxNode | undefined): string | undefined {
  const inner = bare(node);
  if (inner?.type === "MemberExpression") return rootOf(at(inner, "object"));
  return inner?.type === "Identifier" ? String(inner.name) : undefined;
}

/** The variables of a pattern; where one writes to a property, that which has it. */
const namesIn = (pattern: SyntaxNode | undefined): string[] => {
  if (pattern === undefined) return [];
  if (/^(Identifier|MemberExpression)$/.test(bare(pattern)?.type ?? "")) return [rootOf(pattern) ?? ""];
  if (pattern.type === "Property") return namesIn(at(pattern, "value"));
  if (pattern.type === "AssignmentPattern") return namesIn(at(pattern, "left"));
  return ["properties", "elements", "argument"].flatMap((key) => all(pattern, key).flatMap(namesIn));
};

const declared = (nodes: SyntaxNode[]) =>
  nodes.flatMap((node) => {
    if (/^(VariableDeclarator|FunctionDeclaration|ClassDeclaration)$/.test(node.type)) return namesIn(at(node, "id"));
    return /^Import\w*Specifier$/.test(node.type) ? namesIn(at(node, "local")) : [];
  });

const isMadeByOnce = (node: SyntaxNode) => calleeOf(at(bare(at(node, "init")), "callee")) === "once";

/** Whether nothing could be kept in it. A table with something in it is data; that nobody writes to it is looked at apart. */
function isConstant(node: SyntaxNode | undefined, isReadonly = false): boolean {
  const inner = bare(node);
  if (inner === undefined || node?.type === "AwaitExpression") return false;
  const closed = isReadonly || calleeOf(at(at(node, "typeAnnotation"), "typeName")) === "const";
  const parts = [...all(inner, "elements"), ...all(inner, "properties")].map(
    (part) => at(part, "value") ?? at(part, "argument") ?? part,
  );
  if (/^(Array|Object)Expression$/.test(inner.type))
    return (closed || parts.length > 0) && parts.every((part) => isConstant(part, closed));
  if (/^(Conditional|Logical)Expression$/.test(inner.type))
    return ["left", "right", "consequent", "alternate"]
      .flatMap((key) => all(inner, key))
      .every((part) => isConstant(part));
  const callee = calleeOf(at(inner, "callee"));
  // The compiler lets nobody write to a read-only one.
  if (inner.type === "NewExpression") return STATELESS.test(callee) || (closed && /^(Set|Map)$/.test(callee));
  return inner.type === "CallExpression" ? isMade(bare(at(inner, "callee")), callee) : DATA.test(inner.type);
}

function isMade(callee: SyntaxNode | undefined, name: string): boolean {
  if (MAKERS.some((maker) => maker.test(name))) return true;
  return METHODS.test(calleeOf(at(callee, "property"))) && isConstant(at(callee, "object"));
}

/** Whether the type that stands beside a name forbids to write. */
function isReadonly(id: SyntaxNode | undefined): boolean {
  const type = at(at(id, "typeAnnotation"), "typeAnnotation");
  return type?.operator === "readonly" || /^Readonly(Set|Map|Array)?$/.test(calleeOf(at(type, "typeName")));
}

function heldBy(node: SyntaxNode): string[] {
  if (node.type === "VariableDeclaration") {
    return all(node, "declarations").flatMap((one) => {
      const id = at(one, "id");
      // The variable of a loop has no value of its own.
      if (node.kind === "const" && !at(one, "init")) return [];
      return node.kind === "const" && isConstant(at(one, "init"), isReadonly(id)) ? [] : namesIn(id);
    });
  }
  if (node.type === "PropertyDefinition" && node.static === true)
    return node.readonly === true && isConstant(at(node, "value")) ? [] : namesIn(at(node, "key"));
  if (node.type === "ExportDefaultDeclaration") return isConstant(at(node, "declaration")) ? [] : ["default"];
  return [];
}

/** The variables that a statement writes to, by whatever way. */
function writtenBy(node: SyntaxNode): string[] {
  const target = at(node, "left") ?? at(node, "argument");
  if (
    /^(AssignmentExpression|UpdateExpression)$/.test(node.type) ||
    (node.type === "UnaryExpression" && node.operator === "delete")
  )
    return namesIn(target);
  if (node.type !== "CallExpression") return [];
  const callee = bare(at(node, "callee"));
  if (CHANGES.test(calleeOf(callee))) return [rootOf(all(node, "arguments")[0]) ?? ""];
  return CHANGING.test(calleeOf(at(callee, "property"))) ? [rootOf(at(callee, "object")) ?? ""] : [];
}

/** What of `names` is written to, where no function has a variable of its own by that name. */
function writtenIn(node: SyntaxNode, names: ReadonlySet<string>): string[] {
  const own = isFunction(node)
    ? declared(children(node).flatMap(nodesOf)).concat(all(node, "params").flatMap(namesIn))
    : [];
  const seen = own.length > 0 ? new Set([...names].filter((name) => !own.includes(name))) : names;
  return [
    ...writtenBy(node).filter((name) => seen.has(name)),
    ...children(node).flatMap((one) => writtenIn(one, seen)),
  ];
}

/** The names of what a module could keep something in between two calls. */
export function stateOf(text: string, file?: string): string[] {
  const module = parse(text, file);
  const now = loading(module);
  const kept = declared(now.filter((node) => node.type === "VariableDeclarator" && isMadeByOnce(node)));
  const names = new Set([...declared(now), ...WORLD].filter((name) => !kept.includes(name)));
  return [...new Set([...now.flatMap(heldBy), ...writtenIn(module, names)])];
}

/** What all modules share: `globalThis`, under either name. A property of something else may be called so. */
export const isTheWorld = ({ type, name }: SyntaxNode): boolean =>
  type === "Identifier" && /^(global|globalThis)$/.test(String(name));

/** The classes that `instanceof` is asked about. */
export const classesAskedFor = (text: string, file?: string): string[] =>
  nodesOf(parse(text, file))
    .filter(({ type, operator }) => type === "BinaryExpression" && operator === "instanceof")
    .map((node) => calleeOf(at(node, "right")));
