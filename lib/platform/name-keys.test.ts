import { describe, expect, it } from "vitest";
import { nameKeys, skeleton } from "./name-keys";
import { textSchema } from "./text-schema";

const schema = textSchema({ label: "Credential name", max: 100, required: true });

/** Twelve that an auditor stored beside "Production". */
const INVISIBLE = [..."\u200B\u2060\u00AD\uFEFF\u200E\u200F\u034F\u{E0041}\u3164\u2800"].map(
  (one) => `Prod${one}uction`,
);
const LOOK_ALIKES = ["Рroduction", "Prоduction"];
/** What counts as taken: the same name, or one that looks the same. */
const meet = (one: string, other: string) => {
  const [left, right] = [nameKeys(one), nameKeys(other)];
  return left.nameKey === right.nameKey || left.lookKey === right.lookKey;
};

describe("I9: two names are one where people see one", () => {
  it.each(INVISIBLE)("%j is refused for what nobody sees in it, which the refusal names", (name) => {
    const { error } = schema.safeParse(name);
    expect(error?.issues[0]?.message).toMatch(/^Credential name has an invisible character \(U\+[0-9A-F]{4,6}\)\./);
    // And it would be the same name if it ever got so far.
    expect(meet(name, "Production")).toBe(true);
  });

  it.each([
    ...LOOK_ALIKES.map((name) => [name, "Production"]),
    ["prоduction", "Production"],
    ["ΡROD", "PROD"],
    ["Ⅽlari", "Clari"],
    ["CIari", "Clari"],
    ["C1ari", "Clari"],
    ["Sales 0", "Sales O"],
    ["Sales\u00A0EU", "Sales EU"],
    ["Sales‐EU", "Sales-EU"],
    ["сору", "copy"],
    ["рaypal", "PayPal"],
  ])("%j is %j", (one = "", other = "") => expect(meet(one, other)).toBe(true));

  it.each([
    ["Source L", "Source 1"],
    ["Source L", "Source I"],
    ["Sales EU", "Sales US"],
    ["Café", "Cafe"],
    ["mail", "mall"],
    ["Продажи", "Продукты"],
    ["مبيعات", "مبيعة"],
    ["営業部", "営業部門"],
    ["👩‍🚀", "👩‍🚒"],
  ])("%j is not %j", (one = "", other = "") => expect(meet(one, other)).toBe(false));

  it("has a skeleton that stays what it is", () => {
    for (const name of [...LOOK_ALIKES, "Ⅷ ½ ﷺ", "m", "\u0E33", "Ǆ", "ﬃ"])
      expect(skeleton(skeleton(name))).toBe(skeleton(name));
  });
});

describe("I9, U10: what needs an invisible character keeps it", () => {
  it.each([
    ["a family", "👩‍👩‍👧‍👦"],
    ["a runner", "🏃🏽‍♀️ sprint"],
    ["a couple", "👩‍❤️‍👨"],
    ["a flag made of tags", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
    ["a keycap", "1️⃣ first"],
    ["a heart", "❤️"],
    ["Persian", "می‌خواهم"],
    ["Hindi", "क्‍ष"],
    ["Sinhala", "ශ්‍රී ලංකා"],
    ["an ideograph in its own form", "葛󠄀城"],
  ])("%s", (_, name) => expect(schema.parse(name)).toBe(name.normalize("NFC")));

  it.each(["a\u200Db", "👩\u200D", "1\uFE0F", "a\uFE0F", "م\u200D\u200Dم", "🏴\u{E0067}", "x\u{E0100}"])(
    "not %j",
    (name) => expect(schema.safeParse(name).success).toBe(false),
  );
});
