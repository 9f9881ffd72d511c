import { readFileSync, writeFileSync } from "node:fs";

// Makes lib/platform/confusables.json from Unicode's confusables.txt (UTS #39), once a year:
//   node lib/cli/make-confusables.mjs <path of confusables.txt>

const text = readFileSync(process.argv[2] ?? "", "utf8");
const unicode = /^# Version: (\S+)/m.exec(text)?.[1];
/** @param {string} hex */
const read = (hex) =>
  String.fromCodePoint(
    ...hex
      .trim()
      .split(/\s+/)
      .map((point) => Number.parseInt(point, 16)),
  );
/** @param {string} characters */
const write = (characters) => Array.from(characters, (one) => one.codePointAt(0)?.toString(16)).join(" ");
const looks = new Map(
  [...text.matchAll(/^\s*([0-9A-F]+) ;\s*([0-9A-F ]+);/gm)].map(([, source = "", target = ""]) => [
    read(source),
    read(target),
  ]),
);
if (!unicode || looks.size < 6000) throw new Error("This is not Unicode's confusables.txt.");

/** Names come in compatibility form, so that most of the sources never do, and the targets have to be in it too. */
const decomposed = (/** @type {string} */ one) => one.normalize("NFKC").normalize("NFD");
/** @param {string} characters @returns {string} */
function look(characters) {
  const mapped = Array.from(decomposed(characters), (one) => looks.get(one) ?? one).join("");
  return mapped === characters ? mapped : look(mapped);
}

/** @type {Map<string, string[]>} */
const groups = new Map();
for (const source of looks.keys()) {
  if (decomposed(source) !== source || look(source) === source) continue;
  groups.set(look(source), [...(groups.get(look(source)) ?? []), source]);
}
const table = [...groups].map(([target, sources]) => `${write(target)}:${sources.map(write).join(",")}`).join(";");
writeFileSync(
  new URL("../platform/confusables.json", import.meta.url),
  `${JSON.stringify({ unicode, license: "Unicode-3.0, see confusables.LICENSE", table }, null, 2)}\n`,
);
