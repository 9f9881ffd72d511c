import { generate } from "selfsigned";

/** PEM texts. */
export type TestCertificate = { cert: string; key: string };

export type TestCertificates = {
  /** The authority's certificate, for a file that `NODE_EXTRA_CA_CERTS` names. */
  authority: string;
  /** Signed by the authority, valid today, for this machine. */
  good: TestCertificate;
  /** Right but for its dates: valid until yesterday. */
  expired: TestCertificate;
  /** Right but for its name: it is another host's. */
  wrongName: TestCertificate;
  /** Right but for its issuer: itself. */
  selfSigned: TestCertificate;
};

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const THIS_MACHINE = [
  { type: 2 as const, value: "localhost" },
  { type: 7 as const, ip: "127.0.0.1" },
];

type Wanted = { names?: { type: 2; value: string }[]; until?: Date; issuer?: TestCertificate };

async function make(commonName: string, { names, until = inDays(30), issuer }: Wanted): Promise<TestCertificate> {
  const made = await generate([{ name: "commonName", value: commonName }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: inDays(-60),
    notAfterDate: until,
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: names ?? THIS_MACHINE },
    ],
    ...(issuer && { ca: issuer }),
  });
  return { cert: made.cert, key: made.private };
}

/** A certificate authority of this run and what it issued. Nothing of it is kept: the keys die with the process. */
export async function makeTestCertificates(): Promise<TestCertificates> {
  const root = await generate([{ name: "commonName", value: "Sandbox test authority" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: inDays(-90),
    notAfterDate: inDays(90),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const issuer = { cert: root.cert, key: root.private };
  const [good, expired, wrongName, selfSigned] = await Promise.all([
    make("localhost", { issuer }),
    make("localhost", { issuer, until: inDays(-1) }),
    make("elsewhere.example", { issuer, names: [{ type: 2, value: "elsewhere.example" }] }),
    make("localhost", {}),
  ]);
  return { authority: issuer.cert, good, expired, wrongName, selfSigned };
}
