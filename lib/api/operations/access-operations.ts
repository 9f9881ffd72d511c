import "server-only";
import { listOf, nothing, one, personOperation } from "@/lib/api/operation";
import { accessRequestAnswer } from "@/lib/api/schemas/member";
import { requestAccessBody } from "@/lib/api/schemas/member-input";
import {
  dismissAccessRequest,
  listAccessRequests,
  listOwnAccessRequests,
  requestAccess,
  withdrawAccessRequest,
} from "@/lib/members/access-requests";
import { notFound } from "@/lib/platform/errors";

const tag = "Members";

export const accessOperations = [
  personOperation({
    ...{ id: "listAccessRequests", method: "GET", path: "/access-requests", tag, permission: "access:answer" },
    summary: "List waiting access requests",
    answer: listOf(accessRequestAnswer),
    run: async ({ actor }) => ({ items: await listAccessRequests(actor) }),
  }),
  personOperation({
    ...{ id: "requestAccess", method: "POST", path: "/access-requests", tag, permission: "access:request" },
    summary: "Request access",
    description: "Owners and admins get a notice, at most once a day for the same thing.",
    body: requestAccessBody,
    examples: { body: { wants: "audit", note: "For the quarterly review." } },
    answer: one(accessRequestAnswer, 201),
    makes: {
      idOf: ({ id }) => id,
      again: async ({ actor }, id) => {
        const request = (await listOwnAccessRequests(actor)).find((own) => own.id === id);
        if (!request) throw notFound("access request");
        return request;
      },
    },
    errors: ["TOO_MANY_REQUESTS"],
    run: ({ actor, body }) => requestAccess(actor, body),
  }),
  personOperation({
    ...{ id: "withdrawAccessRequest", method: "DELETE", path: "/access-requests/{id}", tag },
    permission: "access:request",
    summary: "Withdraw your access request",
    answer: nothing,
    run: ({ actor, id }) => withdrawAccessRequest(actor, { requestId: id }),
  }),
  personOperation({
    ...{ id: "dismissAccessRequest", method: "POST", path: "/access-requests/{id}/dismiss", tag },
    permission: "access:answer",
    summary: "Dismiss an access request",
    description: "To grant it, change their role: that ends it too.",
    answer: nothing,
    run: ({ actor, id }) => dismissAccessRequest(actor, { requestId: id }),
  }),
];
