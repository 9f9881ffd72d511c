import { readFileSync } from "node:fs";
import { askRaw } from "../support/ask-raw";
import { expect } from "../support/fixtures";
import { MARK, test } from "../support/guarded";

// Ways around a door, tried from outside. The embedded database only: none of them leads to one.

/** What Next says to itself, or takes from a proxy in front of it, and what its own client sends. */
const HEADERS: Record<string, string>[] = [
  {},
  { "x-middleware-subrequest": "proxy" },
  { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest-id": "1" },
  { "x-middleware-rewrite": "/credentials", "x-middleware-next": "1" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-segment-prefetch": "/_full" },
  { rsc: "1", "next-router-state-tree": "%5B%22%22%2C%7B%7D%5D" },
  { "next-resume": "1" },
  { "x-matched-path": "/credentials" },
  { "x-invoke-path": "/credentials", "x-invoke-status": "200", "x-invoke-output": "/credentials" },
  { "x-now-route-matches": "1=credentials", "x-vercel-id": "a" },
  { "x-nextjs-data": "1" },
  { "x-original-url": "/credentials", "x-rewrite-url": "/credentials" },
  {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "YWFhYWFhYWFhYWFhYWFhYQ==",
  },
  { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAMAAABkAAQAAP__" },
  { "x-latchkey-path": "/credentials", "x-latchkey-peer": "127.0.0.1", "x-nonce": "a" },
];

const variantsOf = (path: string) => [
  path,
  `${path}.rsc`,
  `${path}.json`,
  `${path}.segments/_tree.segment.rsc`,
  `${path}.segments/_full.segment.rsc`,
  `${path}?_rsc=1a2b3`,
  `${path}/`,
  `/${path}`,
  `/.${path}`,
  `/x/..${path}`,
  `${path}%2f`,
  `${path};x`,
  `${path}%00`,
  `${path}%3F`,
  path.replace("/c", "/%63").replace("/d", "/%64"),
  path.toUpperCase(),
  `/_next/data/build${path}.json`,
  `/_next/static/..${path}`,
  `/_next/static/..%2f..${path}`,
  `/icon.svg/..${path}`,
];

test("N2: no header and no way to write a path shows a stranger what is behind the sign-in", async ({
  guarded,
  owner,
  home,
}) => {
  const { url } = home.app;
  const paths = ["/credentials", `/credentials/${guarded.id}`, `/data-sources/${guarded.source}`];
  const routes = ["/api/v1/credentials", `/api/v1/credentials/${guarded.id}`, "/api/v1/members"];
  // What must not be seen is there to be seen.
  for (const path of [...paths, ...routes.slice(0, 2)])
    expect((await askRaw(url, path, { headers: { cookie: owner.cookie } })).text, path).toContain(MARK);
  let asked = 0;
  const [, everyWay = ""] = paths;
  for (const [index, headers] of HEADERS.entries()) {
    // Every way to write one path with every header; of the others each by itself.
    const others = [...paths, ...routes].filter((path) => path !== everyWay);
    const probes = [...variantsOf(everyWay), ...(index === 0 ? others.flatMap(variantsOf) : others)];
    const answers = await Promise.all(
      probes.map(async (path) => ({ path, ...(await askRaw(url, path, { headers })) })),
    );
    for (const { path, status, text } of answers) {
      const what = `${path} with ${JSON.stringify(headers)}`;
      expect(status, what).toBeLessThan(500);
      expect(text, what).not.toContain(MARK);
      expect(text, what).not.toContain("ada@example.com");
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(500);
});

test("A3: whichever page an action is sent to, the peer is the one who sent it", async ({ guarded: _, home }) => {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, { exportedName: string }>;
  };
  const [id] = Object.entries(node).find(([, { exportedName }]) => exportedName === "signInAction") ?? [];
  const refused = () =>
    home.app
      .output()
      .split("\n")
      .filter((line) => line.includes('"msg":"sign-in refused"'))
      .map((line) => JSON.parse(line).peer);
  const before = refused().length;
  const body = JSON.stringify([{ email: "nobody@example.com", password: "wrong and never right" }, "/"]);
  const headers = { "next-action": id ?? "", "content-type": "text/plain;charset=UTF-8" };
  // The second page does not know the action: Next asks the server itself for it.
  for (const path of ["/sign-in", "/invite/x"])
    await askRaw(home.app.url, path, { method: "POST", headers, body, from: "127.0.0.2" });
  await expect.poll(() => refused().slice(before)).toEqual(["127.0.0.2", "127.0.0.2"]);
});
