import { answer } from "@/lib/auth/doors/as-route";
import { notFound } from "@/lib/platform/errors";

/** What no other route answers: a program that mistyped an address is told so in JSON, not with a page. */
const nowhere = () => answer(() => Promise.reject(notFound("address")));

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
