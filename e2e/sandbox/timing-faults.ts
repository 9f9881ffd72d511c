import type { Fault, FaultContext } from "./fault";
import type { Exchange } from "./http-sandbox";
import { sendAnswer, sendJson } from "./send";

/** Repeats until the connection ends. */
function drip({ response }: Exchange, milliseconds: number, one: () => void): void {
  const timer = setInterval(one, milliseconds).unref();
  response.once("close", () => clearInterval(timer));
}

const sendCorrect = ({ exchange, correct }: FaultContext): void => sendAnswer(exchange, correct());

export const timingFaults: readonly Fault[] = [
  {
    name: "hang",
    usage: "hang",
    example: "hang",
    description: "Takes the request and never answers.",
    answer: () => undefined,
  },
  {
    name: "slowheaders",
    usage: "slowheaders",
    example: "slowheaders",
    description: "Sends one header every half second, for ever.",
    answer: ({ exchange }) => {
      const { socket } = exchange.response;
      socket?.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
      drip(exchange, 500, () => socket?.write("X-Wait: 1\r\n"));
    },
  },
  {
    name: "slowbody",
    usage: "slowbody",
    example: "slowbody",
    description: "Answers 200 at once, then sends one blank every fifth of a second, for ever.",
    answer: ({ exchange }) => {
      exchange.start(200, { "Content-Type": "application/json" });
      exchange.response.write('{"users":[');
      drip(exchange, 200, () => exchange.response.write(" "));
    },
  },
  {
    name: "slow",
    usage: "slow:<ms>",
    example: "slow:3000",
    description: "The correct answer, after so many milliseconds.",
    takes: /^\d{1,7}$/,
    answer: (context) => {
      const timer = setTimeout(() => sendCorrect(context), Number(context.argument)).unref();
      context.exchange.response.once("close", () => clearTimeout(timer));
    },
  },
  {
    name: "reset",
    usage: "reset",
    example: "reset",
    description: "Resets the connection without a word.",
    answer: ({ exchange }) => {
      exchange.request.socket.resetAndDestroy();
    },
  },
  {
    name: "flaky",
    usage: "flaky:<n>",
    example: "flaky:1",
    description: "Answers 503 so many times, then correctly. Another password starts the count again.",
    takes: /^\d{1,4}$/,
    answer: (context) => {
      if (context.attempt > Number(context.argument)) sendCorrect(context);
      else sendJson(context.exchange, 503, { message: "Service Unavailable" });
    },
  },
];
