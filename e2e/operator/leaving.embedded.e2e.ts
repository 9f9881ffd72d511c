import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { startApp } from "../support/start-app";

test("R3: a server that is to stop says that it is not ready, answers on while others look elsewhere, and then ends", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-leaving-"));
  const app = await startApp({ DATA_DIR: folder, DRAIN_SECONDS: "3", TRUSTED_PROXIES: "127.0.0.1" });
  const ask = async (address: string) => {
    const response = await fetch(`${app.url}${address}`, { redirect: "manual" });
    await response.arrayBuffer();
    return { status: response.status, connection: response.headers.get("connection") };
  };
  try {
    expect(await ask("/api/ready")).toEqual({ status: 200, connection: "keep-alive" });
    const begun = performance.now();
    const stopped = app.stop();
    await expect.poll(() => ask("/api/ready")).toEqual({ status: 503, connection: "close" });
    expect(await ask("/setup")).toEqual({ status: 200, connection: "close" });
    expect(await ask("/api/health")).toEqual({ status: 200, connection: "close" });
    expect(await stopped).toBe(0);
    expect(performance.now() - begun).toBeGreaterThan(3000);
    await expect(ask("/setup")).rejects.toThrow();
  } finally {
    await app.kill();
    await rm(folder, { recursive: true, force: true });
  }
});
