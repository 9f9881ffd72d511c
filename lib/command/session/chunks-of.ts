import { EXIT, Failure } from "../failure";

/** The bytes as they come. A stream that breaks is no answer. */
export async function* chunksOf(response: Response): AsyncGenerator<Uint8Array, void> {
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read().catch(() => undefined);
    if (!next) throw new Failure(EXIT.later, "The stream broke off.");
    if (next.done) return;
    yield next.value;
  }
}
