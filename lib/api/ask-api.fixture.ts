import { serve } from "./serve";

// biome-ignore lint/suspicious/noExplicitAny: the answer of whichever operation was asked
export type Answer = { status: number; headers: Headers; body: any };

/** Asks the API as a program with this token does, without a server. */
export async function askApi(
  token: string,
  method: string,
  path: string,
  { body, headers }: { body?: object | undefined; headers?: Record<string, string> | undefined } = {},
): Promise<Answer> {
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const response = await serve(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}
