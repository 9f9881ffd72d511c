import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, expect, it } from "vitest";
import { openPostgres } from "./open-postgres";

/** An ErrorResponse, as a server sends it instead of its greeting. */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

const asked: string[] = [];
// As PgBouncer does where nobody told it to ignore what it does not know.
const pooler = createServer((socket) => {
  socket.on("error", () => undefined);
  socket.once("data", (data) => {
    const text = data.toString();
    asked.push(text);
    socket.end(text.includes("statement_timeout") ? refusal("08P01", REFUSED) : refusal("28P01", "wrong password"));
  });
});
const REFUSED = "unsupported startup parameter: statement_timeout";
afterAll(() => pooler.close());

it("L5: a pooler that refuses the limits is asked again without them; any other refusal is final", async () => {
  await once(pooler.listen(0, "127.0.0.1"), "listening");
  const address = pooler.address();
  const port = typeof address === "object" && address?.port;
  await expect(openPostgres(`postgresql://nobody@127.0.0.1:${port}/none`)).rejects.toThrow("wrong password");
  expect(asked.map((text) => text.includes("lock_timeout"))).toEqual([true, false]);
});
