import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

/** Logs each failure that nobody caught, as the server does, once the readers of both outputs are gone. */
const PROGRAM = `
import { outliveReaders } from "./lib/cli/outlive-readers.mjs";
outliveReaders();
let failures = 0;
process.on("uncaughtException", () => {
  failures += 1;
  if (failures < 100) process.stderr.write("failed\\n");
});
process.on("message", () => {
  process.stdout.write("lost\\n");
  process.stderr.write("lost\\n");
  const later = (turns) => (turns > 0 ? setImmediate(later, turns - 1) : process.send(failures));
  later(200);
});
process.send("ready");
`;

it("a log that nobody reads any more is lost, and is no failure to log", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", PROGRAM], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  await once(child, "message");
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.send("go");
  const [failures] = await once(child, "message");
  child.disconnect();
  await once(child, "exit");
  expect(failures).toBe(0);
});
