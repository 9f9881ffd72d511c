import "server-only";
import { originOf } from "@/lib/auth/origin-of";
import { BASE } from "./find-operation";
import type { ApiOperation, Page } from "./operation";
import { etagOf } from "./read-request";

/** A page of a list: `next` and `Link` lead on with what else was asked. */
function pageResponse(request: Request, { items, after }: Page<unknown>): Response {
  const { pathname, searchParams } = new URL(request.url);
  const next = new URL(pathname, originOf(request));
  for (const [name, value] of searchParams) next.searchParams.set(name, value);
  if (after !== undefined) next.searchParams.set("after", after);
  const more = after === undefined ? undefined : next.href;
  return Response.json(
    { data: items, next: more ?? null },
    more === undefined ? {} : { headers: { link: `<${more}>; rel="next"` } },
  );
}

function oneResponse(operation: ApiOperation, answer: object): Response {
  const response = Response.json(answer, { status: operation.answer.status });
  if ("revision" in answer) response.headers.set("etag", etagOf(Number(answer.revision)));
  const { idOf, at } = operation.makes ?? {};
  if (idOf && at) response.headers.set("location", `${BASE}${at(idOf(answer as never))}`);
  return response;
}

/** What an operation came to, as its row says that it is answered. */
export function answerResponse(operation: ApiOperation, request: Request, answer: unknown): Response {
  switch (operation.answer.kind) {
    case "one":
      return oneResponse(operation, answer as object);
    case "list":
      return pageResponse(request, answer as Page<unknown>);
    case "nothing":
      // Some say more than that in headers.
      return answer instanceof Response ? answer : new Response(null, { status: 204 });
    case "file":
      return answer as Response;
  }
}
