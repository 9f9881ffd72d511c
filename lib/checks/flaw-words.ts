import type { Judgement } from "./judge-answer";
import type { AnswerFlaw } from "./verification-dto";

/** In which way an answer was not the provider's, as a sentence. */
export const flawWords: Record<AnswerFlaw, (name: string, judgement: Judgement) => string> = {
  html: () => "It was a web page.",
  empty: () => "It was empty.",
  "not-json": () => "It was not JSON.",
  "wrong-shape": (name) => `It was JSON, but not what ${name} answers.`,
  "cut-short": () => "It ended in the middle, or could not be unpacked.",
  "too-large": (name) => `It was larger than anything ${name} sends.`,
  status: (_, { httpStatus }) => `Its status was ${httpStatus}.`,
};

/** What is wrong with a certificate, by the code of the failure. */
export const tlsWords: Record<string, string> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from an authority that this server does not trust",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate comes from an authority that this server does not trust",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate comes from an authority that this server does not trust",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};
