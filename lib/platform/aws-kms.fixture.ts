import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Asked = { target: string; context: Record<string, string>; isSigned: boolean };

/**
 * A stand-in for AWS KMS that speaks its wire protocol (AWS JSON 1.1 over HTTP, Signature Version 4): Encrypt and
 * Decrypt under one key, bound to the encryption context as the real one binds them.
 */
export async function startKmsStandIn() {
  const master = randomBytes(32);
  const asked: Asked[] = [];
  let isAway = false;
  const aadOf = (context: Record<string, string>) => Buffer.from(JSON.stringify(Object.entries(context).sort()));
  const encrypt = (text: string, context: Record<string, string>) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", master, iv).setAAD(aadOf(context));
    const body = Buffer.concat([cipher.update(Buffer.from(text, "base64")), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
  };
  const decrypt = (blob: string, context: Record<string, string>) => {
    const bytes = Buffer.from(blob, "base64");
    const decipher = createDecipheriv("aes-256-gcm", master, bytes.subarray(0, 12)).setAAD(aadOf(context));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("base64");
  };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
    if (isAway) return void answer(500, { __type: "KMSInternalException" });
    const target = String(request.headers["x-amz-target"]);
    const isSigned =
      /^AWS4-HMAC-SHA256 Credential=[^,]+\/kms\/aws4_request, SignedHeaders=[^,]+, Signature=[0-9a-f]{64}$/.test(
        request.headers.authorization ?? "",
      );
    const { KeyId, Plaintext, CiphertextBlob, EncryptionContext = {} } = JSON.parse(text);
    asked.push({ target, context: EncryptionContext, isSigned });
    if (!isSigned) return void answer(400, { __type: "IncompleteSignatureException" });
    try {
      if (target === "TrentService.Encrypt")
        return void answer(200, { KeyId, CiphertextBlob: encrypt(Plaintext, EncryptionContext) });
      if (target === "TrentService.Decrypt")
        return void answer(200, { KeyId, Plaintext: decrypt(CiphertextBlob, EncryptionContext) });
      answer(400, { __type: "UnknownOperationException" });
    } catch {
      answer(400, { __type: "InvalidCiphertextException" });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    goAway: (away: boolean) => {
      isAway = away;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
