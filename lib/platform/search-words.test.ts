import { describe, expect, it } from "vitest";
import { searchText, searchWords } from "./search-words";

describe("U10: the words of a text", () => {
  it.each([
    ["Übersicht", "ubersicht"],
    ["U\u0308BERSICHT", "ubersicht"],
    ["ＳＡＬＥＳ ﬁnance", "sales finance"],
    ["Straße STRASSE", "strasse"],
    ["E-Mail_of.sales@example.com", "e mail of sales example com"],
    ["мой ДОМ", "мои дом"],
    ["गाड़ी", "गाड़ी"],
    ["العربية עברית", "العربية עברית"],
    ["🚀 & | ! :* ' \\ \0 \uD800", "🚀"],
    ["   ", ""],
  ])("%s is %s", (text, words) => {
    expect(searchWords(text).join(" ")).toBe(words.normalize("NFC"));
  });

  it("ends a word before the database's limit, and names each once", () => {
    expect(searchWords("𝒜".repeat(3000))).toEqual(["a".repeat(64)]);
    expect(searchText(["Sales EU", "sales, eu"])).toBe("sales eu");
  });
});
