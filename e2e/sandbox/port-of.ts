import { createServer } from "node:net";

/** The port that a variable names; throws a sentence for people where it is none. */
export function portOf(variable: string, usual: number): number {
  const text = process.env[variable] || String(usual);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`${variable} must be a port from 1 to 65535.`);
  return port;
}

/** Throws a sentence for people where somebody else listens already. */
export async function assertPortIsFree(port: number, host: string, variable: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", () => reject(new Error(`Port ${port} is taken. Choose another one with ${variable}=….`)));
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
