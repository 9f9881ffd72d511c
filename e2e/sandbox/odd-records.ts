/** Right JSON that a parser and a printer would change, and that a careless slicer would cut in two. */
const ODD_FIELDS = [
  ',"amount":1e400,"ratio":-1E-400,"price":1.10,"zero":-0,"serial":12345678901234567890123',
  ',"stage":"first","stage":"second","deal":{"id":"not mine","id":"nor this"}',
  String.raw`,"note":"\u0041 \/ \ud800 \udc00\ud83d \u0000 \u2028"`,
  String.raw`,"quoted":"\"}],{\"id\":\"9\"}","path":"C:\\","\"calls\":[":["]}",{"}":"{["}]`,
  ',"words":"é – 日本 🎉 \u2028\u007f  two blanks","empty":{},"none":[],"deep":[[[[{"id":[[]]}]]]]',
  String.raw`,"last_modified_tim\u0065":"2026-01-01T00:00:00.000Z","__proto__":{"id":1},"constructor":null`,
];

/** Adds one of them. Every other id is a number without quotes; some keys are written with escapes; some come behind others. */
export function withOddities(text: string, number: number): string {
  const odd = ODD_FIELDS[number % ODD_FIELDS.length] ?? "";
  const fields = text.slice(1, -1);
  const id = /^"id":"(\d+)"/.exec(fields)?.[1] ?? "";
  const rest = fields.slice(`"id":"${id}"`.length);
  const key = number % 10 === 4 ? String.raw`"\u0069d"` : '"id"';
  const own = `${key}:${number % 2 === 0 ? id : `"${id}"`}`;
  // Behind a nested object that has an id too.
  return number % 3 === 0 ? `{"parent":{"id":"0"}${odd},${own}${rest}}` : `{${own}${rest}${odd}}`;
}
