// What failed and why, from the reports of both runners: of a long log often only the end is kept.
import { stripVTControlCharacters } from "node:util";

/** Enough to tell what was wrong; the rest is in the log. */
const LONGEST_REASON = 400;

/**
 * Why, in one line: what was expected and what was there, without the call log, the code and the stack. Empty where
 * nobody knows.
 * @param {unknown} message
 */
function reasonOf(message) {
  const lines = stripVTControlCharacters(String(message ?? "")).split("\n");
  const end = lines.findIndex((line) => /^\s*(Call log:|at |>?\s*\d+ \|)/i.test(line));
  const said = (end === -1 ? lines : lines.slice(0, end)).map((line) => line.trim()).filter((line) => line !== "");
  return said.length === 0 ? "" : `: ${said.join(" / ").slice(0, LONGEST_REASON)}`;
}

/** @param {any} report of vitest @returns {string[]} */
export const failedUnits = ({ testResults }) =>
  testResults.flatMap((/** @type {any} */ { name, status, assertionResults }) => {
    const failed = assertionResults.filter((/** @type {any} */ test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name} › outside of its tests`] : [];
    return failed.map(
      (/** @type {any} */ { ancestorTitles, title, failureMessages = [] }) =>
        [name, ...ancestorTitles, title].join(" › ") + reasonOf(failureMessages[0]),
    );
  });

/**
 * Of a suite and what is in it. What failed at first and passed then is failed too.
 * @param {any} suite @param {string[]} above @param {string[]} fine @returns {string[]}
 */
const failedIn = ({ specs = [], suites = [] }, above, fine) => [
  ...specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests
      .filter((/** @type {any} */ { status }) => !fine.includes(status))
      .map((/** @type {any} */ { projectName, status, results = [] }) => {
        const how = status === "unexpected" ? projectName : `${projectName}, ${status}`;
        const { message, location } = results.flatMap((/** @type {any} */ { errors = [] }) => errors)[0] ?? {};
        const line = location ? `, line ${location.line}` : "";
        return `${[...above, title].join(" › ")} (${how}${line})${reasonOf(message)}`;
      }),
  ),
  ...suites.flatMap((/** @type {any} */ inner) => failedIn(inner, [...above, inner.title], fine)),
];

/** @param {any} report of Playwright @param {boolean} maySkip @returns {string[]} */
export const failedBrowserTests = ({ suites, config, errors }, maySkip) => [
  ...suites.flatMap((/** @type {any} */ suite) =>
    failedIn(suite, [`${config.rootDir}/${suite.file}`], maySkip ? ["expected", "skipped"] : ["expected"]),
  ),
  // What belongs to no test, such as a file that does not load.
  ...errors.map((/** @type {any} */ { message }) => stripVTControlCharacters(String(message)).split("\n")[0]),
];

/** A line for each; `.ci/run` finds them again by how they begin. @param {string[]} failed @param {string} root */
export const describeFailed = (failed, root) =>
  failed.map((name) => `FAILED on ${process.version}: ${name.replace(root, "")}\n`).join("");
