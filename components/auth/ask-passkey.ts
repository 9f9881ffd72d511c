import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { ErrorDto } from "@/lib/platform/result-dto";

const refuse = (message: string) => ({ ok: false, error: { code: "FORBIDDEN", message } satisfies ErrorDto }) as const;

/** What the device refused, in a sentence of ours: its own are different in every browser. */
function explain(error: unknown) {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return refuse("This device already has a passkey for this account.");
  if (typeof PublicKeyCredential === "undefined") return refuse("This browser has no passkeys.");
  // Left by the person, without any passkey for this site, or too slow: browsers tell no one which.
  return refuse("You didn't use a passkey. Try again, or continue another way.");
}

// The code that speaks with devices is fetched when someone uses a passkey: no page carries it.

/** Lets the device sign with a passkey, after it has asked for a finger, a face or a PIN. */
export async function askPasskey(optionsJSON: PublicKeyCredentialRequestOptionsJSON) {
  try {
    const { startAuthentication } = await import("@simplewebauthn/browser");
    return { ok: true, data: await startAuthentication({ optionsJSON }) } as const;
  } catch (error) {
    return explain(error);
  }
}

/** Lets the device make a passkey. */
export async function makePasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON) {
  try {
    const { startRegistration } = await import("@simplewebauthn/browser");
    return { ok: true, data: await startRegistration({ optionsJSON }) } as const;
  } catch (error) {
    return explain(error);
  }
}
