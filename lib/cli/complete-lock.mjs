// Adds the optional packages of other platforms to package-lock.json. A registry that serves only this platform's
// binaries makes npm leave them out, and `npm ci` then calls the lock file out of step with package.json.
// Run it after each change of dependencies: `npm run lock:complete`.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
let added = 0;

/** What a package's name says about where it runs: `@scope/name-linux-x64-musl`. @param {string} name */
function platformOf(name) {
  const os = /android|darwin|freebsd|linux|win32|wasi/.exec(name)?.[0];
  const cpu = /arm64|x64|arm(?!64)|ia32|riscv64|ppc64|s390x|wasm32/.exec(name)?.[0];
  const libc = /musl/.test(name) ? ["musl"] : /gnu(?!eabi)/.test(name) && os === "linux" ? ["glibc"] : undefined;
  return { ...(os && os !== "wasi" ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc } : {}) };
}

for (const [location, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${location}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (lock.packages[nested] || lock.packages[hoisted] || !/^\d/.test(version)) continue;
    lock.packages[hoisted] = { version, ...platformOf(name), ...(entry.dev ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
const sorted = Object.entries(lock.packages).sort(([left], [right]) => (left < right ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} packages of other platforms added to package-lock.json\n`);
