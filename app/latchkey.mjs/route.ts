import { readCommandFile } from "@/lib/server/read-command-file";

/** The command line, for machines that have Node.js and nothing of Latchkey. Anyone may fetch it: nothing in it is a secret. */
export async function GET(): Promise<Response> {
  const text = await readCommandFile();
  if (text === undefined) return new Response("The command line comes with a build: npm run build.\n", { status: 404 });
  return new Response(text, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-disposition": 'attachment; filename="latchkey.mjs"',
      "cache-control": "no-cache",
    },
  });
}
