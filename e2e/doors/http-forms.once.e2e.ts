import { askRaw } from "../support/ask-raw";
import { expect, makeOwner, test } from "../support/fixtures";

// A form that no script sends: how an action could be called without the header that names it. None of the app's is.

const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const ID = "0".repeat(42);
const BODIES = [
  "",
  "no boundary in here",
  part("name", "value"),
  `${part("name", "value")}--x--\r\n`,
  `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", `{"id":"${ID}","bound":null}`)}--x--\r\n`,
  `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", "[[[")}--x--\r\n`,
  `${part(`$ACTION_ID_${ID}`, "")}--x--\r\n`,
  `${part("$ACTION_KEY", "k")}${part("$ACTION_ID_", "")}--x--\r\n`,
  `${part("name", "x".repeat(200_000))}--x--\r\n`,
];

const TYPES = ["multipart/form-data; boundary=x", "multipart/form-data", "Multipart/Form-Data; boundary=x"];
const PATHS = ["/", "/sign-in", "/nothing", "/api/v1/setup", "/api/health"];

test("N6: what no page would send is a 4xx from every door, and writes no line of an error", async ({ home }) => {
  const { url, output } = home.app;
  await makeOwner(url);
  const before = output().length;
  const post = async (path: string, headers: Record<string, string>, body: string, expected: number[]) => {
    const { status } = await askRaw(url, path, { method: "POST", headers, body });
    expect(expected, `${status}: ${path} ${JSON.stringify(headers)} ${body.slice(0, 80)}`).toContain(status);
  };
  const foreign = ["https://evil.example", "null", "no address"].map((origin) => ({ origin }));
  for (const origin of [{}, { origin: url }, ...foreign])
    for (const type of TYPES)
      await Promise.all(
        BODIES.flatMap((body) => PATHS.map((path) => post(path, { ...origin, "content-type": type }, body, [415]))),
      );
  // With the header, it is an action that there is not, or one from another site.
  const types = [...TYPES, "text/plain;charset=UTF-8", "application/x-www-form-urlencoded"];
  for (const type of types) {
    const headers = { "content-type": type, origin: url };
    for (const action of [ID, "", "__proto__", "x".repeat(4000)])
      await Promise.all(
        ["", "[[[", `${part("0", '["$K1"]')}--x--\r\n`].map((body) =>
          post("/sign-in", { ...headers, "next-action": action }, body, [400, 404, 409]),
        ),
      );
    for (const origin of foreign)
      await post("/sign-in", { ...headers, ...origin, "next-action": ID }, "[]", [403, 404]);
  }
  // What a browser sends whose scripts have not come yet: the page again, and no value in an address.
  const early = { "content-type": "application/x-www-form-urlencoded", origin: url };
  await post("/sign-in", early, "email=a", [200]);
  // The same from another site does no more: without the header there is no action.
  for (const origin of foreign)
    for (const path of ["/sign-in", "/", "/nothing"])
      await post(path, { ...early, ...origin }, `email=a&$ACTION_ID_${ID}=`, [200, 303, 307, 403, 404]);
  const lines = output().slice(before).split("\n");
  expect(lines.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
});
