import { searchText } from "@/lib/platform/search-words";

type Texts = { name: string; description: string };

/** What a credential is found by: its name, its description and its values that are no secret, as people read them. */
export function credentialSearchText({ name, description }: Texts, shown: readonly { text: string }[]): string {
  return searchText([name, description, ...shown.map(({ text }) => text)]);
}
