/** No request has more, whatever its path. next.config.js tells Next the same. */
export const MAX_BODY_BYTES = 64 * 1024;

/** So many small pieces are put together to one: each costs far more than the bytes that it holds. */
const MAX_PIECES = 64;

/**
 * Reads the body of a request before anyone else does, and puts it back where it was: whoever works on the request has
 * all of it at once, and what only begins to arrive holds nothing but its own bytes.
 * @param {import("node:http").IncomingMessage} request
 * @returns {Promise<boolean>} whether the body is within the limit; never settles where the client leaves before its end
 */
export async function receiveBody(request) {
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  if (coding === undefined && Number(length ?? 0) === 0) return true;
  if (Number(length ?? 0) > MAX_BODY_BYTES) return false;
  // What came together with the headers is there by then. It often is all, and needs no reading; one that is empty must
  // not be read, because its end is told only once.
  await new Promise(setImmediate);
  if (request.complete && request.readableLength <= MAX_BODY_BYTES) return true;
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    let pieces = [];
    let size = 0;
    const take = () => {
      while (request.readableLength > 0) {
        const piece = request.read();
        size += piece.length;
        if (size > MAX_BODY_BYTES) return end(false);
        pieces.push(piece);
        if (pieces.length > MAX_PIECES) pieces = [Buffer.concat(pieces)];
      }
      if (request.complete) end(true);
    };
    const end = (/** @type {boolean} */ fits) => {
      request.off("readable", take);
      if (fits) {
        request.unshift(Buffer.concat(pieces));
        // All of it is there again. By this streams of Node tell one another whether somebody took of them: a `Request`
        // is made of none that says so.
        Object.assign(request, { [Symbol.for("nodejs.stream.disturbed")]: false });
      }
      resolve(fits);
    };
    request.on("readable", take);
  });
}
