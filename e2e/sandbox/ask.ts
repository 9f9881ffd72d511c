import { request } from "node:http";

export type Asked = {
  /** Undefined where no answer began. */
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  text: string;
  /** `complete`, `timed-out`, or the code of the error that ended it. */
  end: string;
};

type Options = { method?: string; headers?: Record<string, string>; body?: string; patienceMs?: number };

/** One request without redirects, decompression or keep-alive: what the provider really sent. Never throws. */
export function ask(url: string, options: Options = {}): Promise<Asked> {
  const { method = "GET", headers = {}, body, patienceMs = 5000 } = options;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const asked: Asked = { status: undefined, headers: {}, body: Buffer.alloc(0), text: "", end: "" };
    const settle = (end: string) => {
      clearTimeout(patience);
      const all = Buffer.concat(chunks);
      resolve({ ...asked, body: all, text: all.toString("utf8"), end });
      outgoing.destroy();
    };
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      asked.status = response.statusCode;
      asked.headers = response.headers;
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => settle("complete"));
      response.on("error", (error: NodeJS.ErrnoException) => settle(error.code ?? "error"));
    });
    const patience = setTimeout(() => settle("timed-out"), patienceMs);
    outgoing.on("error", (error: NodeJS.ErrnoException) => settle(error.code ?? "error"));
    outgoing.end(body);
  });
}

export const pairHeaders = ({ apiKey, apiPassword }: { apiKey: string; apiPassword: string }) => ({
  "X-Api-Key": apiKey,
  "X-Api-Password": apiPassword,
});
