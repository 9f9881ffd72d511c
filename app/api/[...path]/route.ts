import { problem } from "@/lib/auth/doors/problem";
import { notFound } from "@/lib/platform/errors";
import { randomId } from "@/lib/platform/random-id";

/** What no other route answers: a program that mistyped an address is told so in JSON, not with a page. */
const nowhere = () => problem(notFound("address"), randomId());

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
