import { startMailServer } from "../sandbox/start-mail-server";
import { captureAction } from "../support/capture-action";
import { cookieOf } from "../support/fixtures";
import { join, Person } from "../support/people";
import { signInAction, stranger } from "../support/sign-in-action";
import { spread, startMeasuredHome } from "./measured-home";
import { rankTest } from "./rank-test";

// `npm run measure:sign-in`: whether times tell which addresses have an account (A4), and how long someone who is signed
// in waits while sixty wrong passwords are tried at once. Prints figures and judges nothing; run it on a quiet machine.
const ACCOUNTS = 6;
const TRIES_OF_EACH = 8;
const CROWD = 60;

const mailServer = await startMailServer();
const home = await startMeasuredHome({
  WORKER: "off",
  SMTP_URL: mailServer.url,
  MAIL_FROM: "Latchkey <latchkey@example.com>",
});
const { url } = home.app;

let peers = 0;
/** An address of this machine that nobody came from before: limits count by it. */
const newPeer = () => {
  peers += 1;
  return `127.1.${Math.floor(peers / 250)}.${(peers % 250) + 1}`;
};

const timed = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/**
 * Known and unknown addresses beside each other, so that whatever else the machine does is the same for both, and in an
 * order that is drawn: what always comes second might be slower for that.
 */
async function compare(title: string, emails: string[], rounds: number, ask: (email: string) => Promise<unknown>) {
  const known: number[] = [];
  const unknown: number[] = [];
  for (const email of emails) await ask(`warm-up-${email}`);
  for (let round = 0; round < rounds; round += 1) {
    for (const email of emails) {
      const askKnown = async () => known.push(await timed(() => ask(email)));
      const askUnknown = async () => unknown.push(await timed(() => ask(`nobody-${round}-${email}`)));
      for (const next of Math.random() < 0.5 ? [askKnown, askUnknown] : [askUnknown, askKnown]) await next();
    }
  }
  process.stdout.write(`${title}, known addresses: ${spread(known, 95)}\n`);
  process.stdout.write(`${title}, unknown addresses: ${spread(unknown, 95)}\n`);
  const { z, p } = rankTest(known, unknown);
  process.stdout.write(`${title}: Mann-Whitney z = ${z.toFixed(2)}, p = ${p.toFixed(3)} of ${known.length} each\n`);
}

try {
  const owner = new Person(url, await cookieOf(home.page), "ada@example.com");
  const emails: string[] = [];
  for (let index = 0; index < ACCOUNTS; index += 1) emails.push((await join(owner, "viewer")).email);

  const attempt = await signInAction(await stranger(home.browser), url);
  const wrongPassword = (email: string) => attempt(email, "not the password", { from: newPeer() });
  await compare("A wrong password", emails, TRIES_OF_EACH, wrongPassword);

  const removed: string[] = [];
  for (let index = 0; index < ACCOUNTS; index += 1) {
    const person = await join(owner, "viewer");
    await owner.post(`/members/${await person.userId()}/remove`);
    removed.push(person.email);
  }
  await compare("A wrong password, accounts of no workspace", removed, TRIES_OF_EACH, wrongPassword);

  const page = await stranger(home.browser);
  await page.goto(`${url}/reset-password`);
  const reset = await captureAction(page, async () => {
    await page.getByLabel("Email").fill("someone@example.com");
    await page.getByRole("button", { name: "Send me a link" }).click();
  });
  await compare("The wish for a link", emails, TRIES_OF_EACH, async (email) =>
    (await reset.send({ body: reset.body.replace("someone@example.com", email), from: newPeer() })).text(),
  );

  const waitsUntil = async (isOver: () => boolean) => {
    const waits: number[] = [];
    while (!isOver()) waits.push(await timed(() => owner.get("/credentials")));
    return waits;
  };
  const crowd = async (title: string, password: string) => {
    let over = false;
    const beside = waitsUntil(() => over);
    const peers = [newPeer(), newPeer()];
    await Promise.all(
      Array.from({ length: CROWD }, (_, index) =>
        attempt(`nobody-${index}@example.com`, password, { from: peers[index % 2] ?? "" }),
      ),
    );
    over = true;
    const waits = await beside;
    process.stdout.write(`Beside ${CROWD} ${title}: ${spread(waits, 99)}, worst ${Math.max(...waits).toFixed(0)} ms\n`);
  };
  await crowd("sign-ins without a password", "");
  await crowd("wrong passwords", "not the password");
} finally {
  await home.close();
  await mailServer.close();
}
