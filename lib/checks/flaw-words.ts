import type { Judgement } from "./judge-answer";
import type { AnswerFlaw } from "./verification-dto";

/** What came instead of the provider's answer, as a sentence. */
export const flawWords: Record<AnswerFlaw, (name: string, judgement: Judgement) => string> = {
  html: (name) => `We got a web page instead of ${name}'s API.`,
  empty: (name) => `We got an empty answer from ${name}.`,
  "not-json": (name) => `We got something other than JSON from ${name}.`,
  "wrong-shape": (name) => `We got JSON, but not what ${name} sends.`,
  "cut-short": (name) => `The answer from ${name} ended early, or couldn't be unpacked.`,
  "too-large": (name) => `We got an answer larger than anything ${name} sends.`,
  status: (name, { httpStatus }) => `We got status ${httpStatus}, which ${name} doesn't use.`,
};

/** What is wrong with a certificate, by the code of the failure. */
export const tlsWords: Record<string, string> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from an authority this server doesn't trust",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate comes from an authority this server doesn't trust",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate comes from an authority this server doesn't trust",
  NO_TLS: "it offers no TLS",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};
