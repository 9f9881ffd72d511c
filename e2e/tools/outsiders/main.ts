import { cookieOf } from "../../support/fixtures";
import { credentialBody } from "../../support/people";
import { startMeasuredHome } from "../measured-home";
import { isInstalled } from "./run-tool";
import { ffuf, type Scanner, sqlmap, type Target, wapiti } from "./scanners";
import { startVulnerableServer } from "./start-vulnerable-server";

// `npm run outsiders`: scanners that others wrote, each first on a server that has what it looks for, then on the app, as
// a stranger and as the owner. Everything on 127.0.0.1, and each run ends after its seconds. No part of `npm test`.

/** What the app serves on purpose. */
const SERVED = ["api/health", "api/ready", "icon.svg", "setup", "sign-in", "reset-password", "invite/x"];
const SERVED_TO_OWNER = [
  ...["account", "audit", "credentials", "credentials/deleted", "data-sources", "members", "notices", "settings"],
  ...["settings/keys", "api/v1/credentials", "api/v1/data-sources", "api/v1/members", "api/v1/settings"],
  ...[
    "api/v1/notices",
    "api/v1/invitations",
    "api/v1/keys",
    "api/v1/workspaces",
    "api/v1/audit/export",
    "%63redentials",
  ],
  // The page "There's nothing here": its status was on its way before that was known.
  "credentials/..%2f..%2f.env",
];

/** What a scanner asks for that is better left out: browsers dropped this filter, because it could be turned against a page. */
const OUTDATED = [/X-XSS-Protection is not set/];

/** What each scanner has to find on the vulnerable server for its silence to count. */
const PROOFS: Record<string, RegExp[]> = {
  sqlmap: [/GET .*SQL injection/, /POST .*SQL injection/],
  ffuf: [/\/\.env$/, /\/\.git\/HEAD$/, /package-lock/],
  wapiti: [/SQL Injection/i, /Cross Site Scripting/i, /Content Security Policy/i],
};

async function main(): Promise<void> {
  const only = process.argv[2];
  const scanners = [ffuf, sqlmap, wapiti].filter(({ program }) => only === undefined || program === only);
  const missing = scanners.filter(({ program }) => !isInstalled(program)).map(({ program }) => program);
  if (missing.length > 0)
    throw new Error(`Not installed: ${missing.join(", ")}. On Debian: apt-get install ${missing.join(" ")}`);
  const [vulnerable, home] = await Promise.all([startVulnerableServer(), startMeasuredHome({ LOG_LEVEL: "warn" })]);
  const { url } = home.app;
  const cookie = await cookieOf(home.page);
  const session = { Cookie: cookie, Origin: url };
  const made = await fetch(`${url}/api/v1/credentials`, {
    method: "POST",
    headers: { cookie, origin: url },
    body: JSON.stringify(credentialBody(home.clari.pair, "Outsiders")),
  });
  const credential = (await made.json()) as { id: string };
  const body = JSON.stringify({ ...credentialBody(home.clari.pair, "x*"), saveUnverified: true, keepBoth: true });
  const targets: (Target & { title: string; served?: string[] })[] = [
    {
      title: "the vulnerable server",
      url: vulnerable.url,
      headers: {},
      seconds: 150,
      requests: [
        { method: "GET", path: "/items?name=one*" },
        { method: "POST", path: "/items", body: '{"name":"one*"}' },
      ],
    },
    {
      title: "the app, as a stranger",
      url,
      headers: {},
      seconds: 120,
      served: SERVED,
      requests: [{ method: "GET", path: "/sign-in?next=*" }],
    },
    {
      title: "the app, as the owner",
      url,
      headers: session,
      seconds: 150,
      served: [...SERVED, ...SERVED_TO_OWNER],
      requests: [
        { method: "GET", path: "/api/v1/credentials?connectorId=clari-copilot*" },
        { method: "GET", path: `/api/v1/credentials/${credential.id}*` },
        { method: "GET", path: "/api/v1/audit/export?format=csv&person=a*&credential=b*&action=c*&from=2026-01-01*" },
        { method: "GET", path: "/audit?person=a*&action=b*" },
        { method: "POST", path: "/api/v1/credentials", body },
        {
          method: "PATCH",
          path: `/api/v1/credentials/${credential.id}`,
          headers: { "If-Match": '"1"' },
          body: '{"name":"x*","description":"y*"}',
        },
        // Each try makes one: here the text is really written, and not refused as sent twice.
        { method: "POST", path: "/api/v1/workspaces", body: '{"name":"x*"}' },
      ],
    },
  ];
  let bad = 0;
  const report = async (scanner: Scanner, { title, served, ...target }: (typeof targets)[number]) => {
    process.stdout.write(`\n${scanner.program} on ${title}\n`);
    const found = await scanner.scan(target);
    if (served === undefined) {
      for (const line of found) process.stdout.write(`    found ${line}\n`);
      const missed = (PROOFS[scanner.program] ?? []).filter((proof) => !found.some((line) => proof.test(line)));
      for (const proof of missed) process.stdout.write(`    NOT FOUND: ${proof}\n`);
      bad += missed.length;
      return;
    }
    const strange = found.filter(
      (line) => !served.some((name) => line === `200 /${name}`) && !OUTDATED.some((known) => known.test(line)),
    );
    for (const line of strange) process.stdout.write(`    FOUND ${line}\n`);
    if (strange.length === 0) process.stdout.write("    nothing\n");
    bad += strange.length;
  };
  try {
    for (const scanner of scanners) for (const target of targets) await report(scanner, target);
  } finally {
    await Promise.all([vulnerable.close(), home.close()]);
  }
  process.stdout.write(bad === 0 ? "\nNothing found where nothing should be.\n" : `\n${bad} lines to look at.\n`);
  process.exitCode = bad === 0 ? 0 : 1;
}

await main();
