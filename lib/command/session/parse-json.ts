import { usage } from "../failure";

/** A file that a person or a runner wrote. The parser's own message would repeat what is in it. */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw usage(`${file} is no JSON.`);
  }
}
