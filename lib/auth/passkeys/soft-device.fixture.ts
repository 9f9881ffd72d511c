import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

const UV = 0x04;
const UP = 0x01;
const ATTESTED = 0x40;
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const url = (data: Buffer) => data.toString("base64url");
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

type Signed = {
  challenge: string;
  origin: string;
  rpId: string;
  counter?: number;
  verified?: boolean;
  userHandle?: string;
};

/** A device in software that makes a passkey (ES256, attestation "none") and signs with it, rightly or wrongly. */
export function softDevice() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(32);
  const [left, right] = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")];
  // COSE in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
  const head = Buffer.from("a5010203262001215820", "hex");
  const cose = Buffer.concat([head, left, Buffer.from("225820", "hex"), right]);
  const common = { id: url(credentialId), rawId: url(credentialId), type: "public-key", clientExtensionResults: {} };

  const clientData = (type: string, { challenge, origin }: Signed) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = ({ rpId, counter = 0, verified = true }: Signed, more = Buffer.alloc(0)) => {
    const flags = UP | (verified ? UV : 0) | (more.length > 0 ? ATTESTED : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), uint32(counter), more]);
  };

  return {
    id: common.id,
    publicKey: url(cose),
    make(wish: Signed) {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, cose]);
      const data = authenticatorData(wish, attested);
      // CBOR: {"fmt": "none", "attStmt": {}, "authData": …}, whose length takes two bytes at most.
      const length = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
      const text = (value: string) => Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text("fmt"),
        text("none"),
        text("attStmt"),
        Buffer.from([0xa0]),
        text("authData"),
        length,
        data,
      ]);
      const clientDataJSON = url(clientData("webauthn.create", wish));
      return {
        ...common,
        response: { clientDataJSON, attestationObject: url(attestationObject), transports: ["usb"] },
      };
    },
    sign(wish: Signed) {
      const client = clientData("webauthn.get", wish);
      const data = authenticatorData(wish);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      const { userHandle } = wish;
      return {
        ...common,
        type: "public-key" as const,
        response: {
          clientDataJSON: url(client),
          authenticatorData: url(data),
          signature: url(signature),
          ...(userHandle === undefined ? {} : { userHandle: url(Buffer.from(userHandle)) }),
        },
      };
    },
  };
}
