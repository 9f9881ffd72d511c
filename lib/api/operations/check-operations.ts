import "server-only";
import { one, operation } from "@/lib/api/operation";
import { checkAnswer, probesAnswer } from "@/lib/api/schemas/check";
import { verifyStoredBody, verifyValuesBody } from "@/lib/api/schemas/credential-input";
import { probeCredential } from "@/lib/credentials/checks/probe-credential";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { verifyCredentialValues } from "@/lib/credentials/checks/verify-credential-values";

const tag = "Credentials";

export const checkOperations = [
  operation({
    ...{ id: "verifyValues", method: "POST", path: "/credentials/verify", tag, permission: "credential:verify" },
    summary: "Verify values without storing them",
    description: "Returns the outcome, whatever it is. Closing the request stops the check.",
    body: verifyValuesBody,
    examples: {
      body: { connectorId: "clari-copilot", values: { apiKey: "your-api-key", apiPassword: "your-api-password" } },
    },
    answer: one(checkAnswer),
    errors: ["NOT_FOUND", "TOO_MANY_CHECKS"],
    run: ({ actor, body, request }) => verifyCredentialValues(actor, body, request.signal),
  }),
  operation({
    ...{ id: "verifyCredential", method: "POST", path: "/credentials/{id}/verify", tag },
    permission: "credential:verify",
    summary: "Verify the stored values",
    description: "Asks the provider now, and records the outcome. Closing the request stops the check.",
    body: verifyStoredBody,
    examples: { body: {} },
    answer: one(checkAnswer),
    errors: ["TOO_MANY_CHECKS", "CONFIRM_PASSWORD"],
    run: ({ actor, id, body, request }) => verifyCredential(actor, id, body, request.signal),
  }),
  operation({
    ...{ id: "probeCredential", method: "POST", path: "/credentials/{id}/probe", tag },
    permission: "credential:verify",
    summary: "Find out what the stored values may read",
    description:
      "Asks the provider for a little of each thing its connector names. Changes nothing and keeps nothing of the answers. Closing the request stops it.",
    answer: one(probesAnswer),
    errors: ["TOO_MANY_CHECKS", "CREDENTIAL_UNREADABLE"],
    run: ({ actor, id, request }) => probeCredential(actor, id, request.signal),
  }),
];
