import { startMailServer } from "../../sandbox/start-mail-server";
import { captureAction } from "../../support/capture-action";
import { join, Person } from "../../support/people";
import { signInAction, stranger } from "../../support/sign-in-action";
import { rankTest } from "../rank-test";
import { type BenchHome, startBenchHome } from "./bench-home";
import type { Measured } from "./figure";
import { timed } from "./in-rounds";
import type { Part } from "./part";

const CROWD = 60;

let peers = 0;
/** An address of this machine that nobody came from before: limits count by it. */
const newPeer = () => {
  peers += 1;
  return `127.1.${Math.floor(peers / 250)}.${(peers % 250) + 1}`;
};

/** Whether times tell which addresses have an account (A4), and how long others wait beside sixty wrong passwords. */
export const signIn: Part = {
  name: "sign-in",
  title: "Signing in",
  onEach: false,
  measure: async (database, { accounts, tries }) => {
    const mailServer = await startMailServer();
    const settings = { SMTP_URL: mailServer.url, MAIL_FROM: "Latchkey <latchkey@example.com>" };
    const bench = await startBenchHome(database, settings);
    try {
      return await measureSignIn(bench, accounts, tries);
    } finally {
      await bench.close();
      await mailServer.close();
    }
  },
};

async function measureSignIn({ home, cookie }: BenchHome, accounts: number, tries: number): Promise<Measured> {
  const { url } = home.app;
  const owner = new Person(url, cookie, "ada@example.com");
  const people = async () => {
    const joined: Person[] = [];
    for (let index = 0; index < accounts; index += 1) joined.push(await join(owner, "viewer"));
    return joined;
  };
  const emails = (await people()).map(({ email }) => email);
  const removed = await people();
  for (const person of removed) await owner.delete(`/members/${await person.userId()}`);

  const attempt = await signInAction(await stranger(home.browser), url);
  const wrongPassword = (email: string) => attempt(email, "not the password", { from: newPeer() });
  const page = await stranger(home.browser);
  await page.goto(`${url}/reset-password`);
  const reset = await captureAction(page, async () => {
    await page.getByLabel("Email").fill("someone@example.com");
    await page.getByRole("button", { name: "Email me a link" }).click();
  });
  const wishForLink = async (email: string) =>
    (await reset.send({ body: reset.body.replace("someone@example.com", email), from: newPeer() })).text();

  const compared = [
    await compare("a wrong password", emails, tries, wrongPassword),
    await compare(
      "a wrong password, account of no workspace",
      removed.map(({ email }) => email),
      tries,
      wrongPassword,
    ),
    await compare("the wish for a link", emails, tries, wishForLink),
  ];
  const crowds: Measured["figures"] = [];
  for (const [title, password] of [
    ["sign-ins without a password", ""],
    ["wrong passwords", "not the password"],
  ] as const) {
    const beside = { over: false };
    const waits = besideUntil(owner, beside);
    const two = [newPeer(), newPeer()];
    await Promise.all(
      Array.from({ length: CROWD }, (_, index) =>
        attempt(`nobody-${index}@example.com`, password, { from: two[index % 2] ?? "" }),
      ),
    );
    beside.over = true;
    crowds.push({ name: `a list, beside ${CROWD} ${title}`, unit: "ms", rounds: [await waits] });
  }
  return {
    figures: [...compared.flatMap(({ figures }) => figures), ...crowds],
    notes: compared.flatMap(({ notes = [] }) => notes),
  };
}

async function besideUntil(owner: Person, beside: { over: boolean }): Promise<number[]> {
  const waits: number[] = [];
  while (!beside.over) waits.push(await timed(() => owner.get("/credentials")));
  return waits;
}

/**
 * Known and unknown addresses beside each other, so that whatever else the machine does is the same for both, and in an
 * order that is drawn: what always comes second might be slower for that.
 */
async function compare(
  title: string,
  emails: string[],
  tries: number,
  ask: (email: string) => Promise<unknown>,
): Promise<Measured> {
  const known: number[][] = [];
  const unknown: number[][] = [];
  for (const email of emails) await ask(`warm-up-${email}`);
  for (let round = 0; round < tries; round += 1) {
    const ofKnown: number[] = [];
    const ofUnknown: number[] = [];
    for (const email of emails) {
      const askKnown = async () => ofKnown.push(await timed(() => ask(email)));
      const askUnknown = async () => ofUnknown.push(await timed(() => ask(`nobody-${round}-${email}`)));
      for (const next of Math.random() < 0.5 ? [askKnown, askUnknown] : [askUnknown, askKnown]) await next();
    }
    known.push(ofKnown);
    unknown.push(ofUnknown);
  }
  const { z, p } = rankTest(known.flat(), unknown.flat());
  const bare = `${title}, unknown address`;
  return {
    figures: [
      { name: bare, unit: "ms", rounds: unknown, bare },
      { name: `${title}, known address`, unit: "ms", rounds: known, bare },
    ],
    notes: [
      `Known against unknown addresses, ${title}: Mann-Whitney z = ${z.toFixed(2)}, p = ${p.toFixed(3)} of ${known.flat().length} each.`,
    ],
  };
}
