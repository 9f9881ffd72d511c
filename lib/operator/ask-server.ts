import "server-only";
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { doorFile } from "@/lib/platform/door-file";

const door = z.object({ port: z.number(), token: z.string() });
const answerLine = z.object({ say: z.optional(z.string()), exit: z.optional(z.number()) });

/** Has the running server do a command, and passes on what it says. Throws where none answers. */
export async function askServer(words: string[], say: (line: string) => void): Promise<number> {
  const { port, token } = door.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ doorFile(), "utf8")));
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(words),
  });
  if (!response.ok || !response.body) throw new Error("The running server did not take the command.");
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const { say: text, exit } = answerLine.parse(JSON.parse(line));
      if (text !== undefined) say(text);
      if (exit !== undefined) return exit;
    }
  }
  throw new Error("The server ended before the command did. Run it again: it goes on where it was.");
}
