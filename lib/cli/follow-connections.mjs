/**
 * Knows which connections of a server have a request that is being worked on, so that a stop waits for these and for
 * nothing else: neither for one that is silent, nor for a request of which only a part has come. Node's own
 * `closeIdleConnections` takes both for busy.
 * @param {import("node:http").Server} server
 */
export function followConnections(server) {
  /** How many requests each is at work on. @type {Map<import("node:net").Socket, number>} */
  const working = new Map();
  /** @type {Set<import("node:http").ServerResponse>} */
  const unanswered = new Set();
  let leaving = false;
  let ending = false;
  server.on("connection", (socket) => {
    working.set(socket, 0);
    socket.once("close", () => working.delete(socket));
  });
  const endIfIdle = (/** @type {import("node:net").Socket} */ socket) => {
    if (ending && working.get(socket) === 0) socket.destroySoon();
  };
  /** The answer says that the connection ends with it, so that nobody sends the next request into its end. */
  const sayLast = () => {
    if (!leaving) return;
    for (const response of unanswered) {
      // Of several that were asked for at once, only the last one may.
      if (working.get(response.req.socket) === 1 && !response.headersSent) response.shouldKeepAlive = false;
    }
  };
  return {
    /** From now on until its answer is sent, a stop waits for this request. @param {import("node:http").ServerResponse} response */
    begin(response) {
      const { socket } = response.req;
      working.set(socket, (working.get(socket) ?? 0) + 1);
      unanswered.add(response);
      sayLast();
      response.once("close", () => {
        unanswered.delete(response);
        const requests = working.get(socket);
        // Gone, if the connection closed before its answer.
        if (requests === undefined) return;
        working.set(socket, requests - 1);
        sayLast();
        endIfIdle(socket);
      });
    },
    /** Goes on taking connections, each for one more answer. */
    leave() {
      leaving = true;
      sayLast();
    },
    /** Takes no connection any more and ends each that is not at work, now or once it is not; the others after a time. @param {number} graceMs @returns {Promise<void>} */
    end(graceMs) {
      ending = true;
      this.leave();
      const ended = new Promise((resolve) => server.close(() => resolve(undefined)));
      for (const socket of working.keys()) endIfIdle(socket);
      setTimeout(() => {
        for (const socket of working.keys()) socket.destroy();
      }, graceMs).unref();
      return ended;
    },
  };
}
