// Which test files take longest, from the reports of both runners.

/** @typedef {{ file: string, ms: number }} FileTime */

/** @param {any} report of vitest @returns {FileTime[]} */
export const unitFiles = ({ testResults }) =>
  testResults.map((/** @type {any} */ { name, startTime, endTime }) => ({ file: name, ms: endTime - startTime }));

/** Of all tests of a suite and what is in it, in milliseconds. @param {any} suite @returns {number} */
const timeOf = ({ specs = [], suites = [] }) =>
  [
    ...specs.flatMap((/** @type {any} */ { tests }) => tests).flatMap((/** @type {any} */ { results }) => results),
  ].reduce((sum, { duration }) => sum + duration, 0) +
  suites.reduce((/** @type {number} */ sum, /** @type {any} */ inner) => sum + timeOf(inner), 0);

/** @param {any} report of Playwright @returns {FileTime[]} */
export const browserFiles = ({ suites, config }) =>
  suites.map((/** @type {any} */ suite) => ({ file: `${config.rootDir}/${suite.file}`, ms: timeOf(suite) }));

/** @param {FileTime[]} files @param {string} root what their paths begin with */
export function describeSlowest(files, root) {
  const slowest = files.toSorted((a, b) => b.ms - a.ms).slice(0, 10);
  const lines = slowest.map(
    ({ file, ms }) => `${String(Math.round(ms / 1000)).padStart(5)} s  ${file.replace(root, "")}`,
  );
  return `\nThe ten slowest files:\n${lines.join("\n")}\n`;
}
