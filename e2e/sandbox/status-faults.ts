import { NOT_PROVIDED } from "./clari-pair";
import type { Fault } from "./fault";
import { send, sendJson } from "./send";

const PAGE = `<!doctype html><html><head><title>Sign in</title></head><body>
<h1>Sign in to the guest network</h1><form method="post"><input name="user"><button>Go on</button></form>
</body></html>`;

/** 204, 205 and 304 have no body by definition. */
const BODILESS = new Set([204, 205, 304]);

function retryAfter(argument: string): Record<string, string> {
  if (argument === "none") return {};
  // A date has whole seconds: told is never less than was meant.
  if (argument.startsWith("date"))
    return {
      "Retry-After": new Date(Math.ceil(Date.now() / 1000 + Number(argument.slice(5) || 5)) * 1000).toUTCString(),
    };
  if (argument === "past") return { "Retry-After": new Date(Date.now() - 3_600_000).toUTCString() };
  if (argument === "garbage") return { "Retry-After": "soon, we hope" };
  return { "Retry-After": argument };
}

export const statusFaults: readonly Fault[] = [
  {
    name: "status",
    usage: "status:<code>",
    example: "status:503",
    description: "Any status from 200 to 599, with a JSON object that says nothing.",
    takes: /^[2-5]\d\d$/,
    answer: ({ exchange, argument }) => {
      const status = Number(argument);
      if (BODILESS.has(status)) {
        exchange.start(status);
        exchange.response.end();
      } else sendJson(exchange, status, { message: `Status ${status}` });
    },
  },
  {
    name: "429",
    usage: "429:<seconds>, 429:date, 429:date:<seconds>, 429:past, 429:garbage, 429:none",
    example: "429:2",
    description:
      "Over a limit, with Retry-After in seconds (also -1 and 999999999), a date in 5 s, in so many seconds or past, nonsense, or none.",
    takes: /^(none|date(?::\d{1,4})?|past|garbage|-?\d{1,12})$/,
    answer: ({ exchange, argument }) => sendJson(exchange, 429, { message: "Too Many Requests" }, retryAfter(argument)),
  },
  {
    name: "redirect",
    usage: "redirect:<code>, redirect:<code>:<address>",
    example: "redirect:302",
    description: "301, 302, 303, 307 or 308, to the given address or to the sandbox itself.",
    takes: /^30[12378](:[!-~]+)?$/,
    answer: ({ exchange, argument, redirectTo, ownUrl }) => {
      const location = argument.slice(4) || redirectTo || `${ownUrl}${exchange.url.pathname}`;
      exchange.start(Number(argument.slice(0, 3)), { Location: location });
      exchange.response.end();
    },
  },
  {
    name: "redirloop",
    usage: "redirloop",
    example: "redirloop",
    description: "302 to another address of the sandbox, without end.",
    answer: ({ exchange, ownUrl }) => {
      const hop = Number(exchange.url.searchParams.get("hop") ?? 0) + 1;
      exchange.start(302, { Location: `${ownUrl}${exchange.url.pathname}?hop=${hop}` });
      exchange.response.end();
    },
  },
  {
    name: "html",
    usage: "html, html:<code>",
    example: "html",
    description: "The sign-in page of a guest network, as 200 or with the given status.",
    takes: /^([2-5]\d\d)?$/,
    answer: ({ exchange, argument }) => send(exchange, Number(argument || 200), "text/html; charset=utf-8", PAGE),
  },
  {
    name: "no-header",
    usage: "no-header",
    example: "no-header",
    description: "401 as to a request that lost a header on its way.",
    answer: ({ exchange }) => sendJson(exchange, 401, { errorMessage: NOT_PROVIDED }),
  },
  {
    name: "reflect",
    usage: "reflect",
    example: "reflect",
    description: "401 whose message repeats key and password, and an image that runs a script.",
    answer: ({ exchange, presented: { apiKey, apiPassword } }) =>
      sendJson(exchange, 401, { errorMessage: `No ${apiKey} ${apiPassword} <img src=x onerror=alert(1)>` }),
  },
];
