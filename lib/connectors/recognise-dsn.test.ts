import { expect, it } from "vitest";
import { postgresql } from "./catalogue/postgresql";
import * as dsns from "./recognise-dsn";
import { recognisePaste } from "./recognise-paste";

const all = { host: "db.example.com", port: "5433", database: "shop", user: "reader", password: "s3cret" };
const pasted = (text: string) => {
  const recognised = recognisePaste(postgresql, text, dsns);
  return recognised?.kind === "values" ? recognised.values : recognised;
};

it.each([
  ["postgres://reader:s3cret@db.example.com:5433/shop", all],
  ["postgresql://reader:s3cret@DB.example.com:5433/shop?sslmode=verify-full", all],
  ["DATABASE_URL='postgres://reader:s3cret@db.example.com:5433/shop'", all],
  ['psql "postgres://reader:s3cret@db.example.com:5433/shop?sslmode=require&channel_binding=require"', all],
  ["OTHER=1\nexport DATABASE_URL=postgres://reader:s3cret@db.example.com:5433/shop\nPORT=3000", all],
  ["jdbc:postgresql://db.example.com:5433/shop?user=reader&password=s3cret", all],
  ["postgres://reader@db.example.com:5433/shop", { ...all, password: undefined }],
  ["postgres://reader:s3cret@db.example.com/shop", { ...all, port: "5432" }],
  ["postgres://reader:s3cret@db.example.com:5433", { ...all, database: "reader" }],
  ["postgres://reader:p%40s%2Fs%25@db.example.com:5433/shop", { ...all, password: "p@s/s%" }],
  ["postgres://reader:p@s/s?100%@db.example.com:5433/shop", { ...all, password: "p@s/s?100%" }],
  ["postgres://reader:s3cret@db.example.com:5433,other.example.com:5433/shop", all],
  ["host=db.example.com port=5433 dbname=shop user=reader password=s3cret sslmode=require", all],
  ["host = 'db.example.com' port=5433 dbname=shop user=reader password='s\\'3 \\\\x'", { ...all, password: "s'3 \\x" }],
  ["PGHOST=db.example.com\nPGPORT=5433\nPGDATABASE=shop\nPGUSER=reader\nPGPASSWORD=s3cret", all],
])("understands %j", (text, values) => expect(pasted(text)).toEqual(JSON.parse(JSON.stringify(values))));

it.each(["db.example.com", "s3cret", "host=db.example.com", "a=b c", "mysql-like:reader@x"])(
  "takes no address out of %j",
  (text) => expect(recognisePaste(postgresql, text, dsns)).not.toMatchObject({ values: { user: expect.anything() } }),
);

it.each([
  ["postgres://reader:s3cret@db.example.com/shop?sslmode=require", "require"],
  ["host=db.example.com user=reader sslmode=disable", "disable"],
])("a weaker sslmode is told and not obeyed: %j", (text, mode) => {
  expect(recognisePaste(postgresql, text, dsns)?.notice).toContain(
    `It says sslmode=${mode}; we use verify-full, always.`,
  );
});

it("what is as strict as we are needs no word", () => {
  const { notice = "" } =
    recognisePaste(postgresql, "postgres://r:s@db.example.com:5433/shop?sslmode=verify-full", dsns) ?? {};
  expect(notice).toBe("Filled Host, Port, Database, User and Password from what you pasted.");
});

it.each([`postgres://${"@".repeat(19_000)}`, `host=${"\\'".repeat(9000)}`, " a=".repeat(6000)])(
  "what is made to be looked at for long is not: %.20s",
  (text) => expect(() => recognisePaste(postgresql, text, dsns)).not.toThrow(),
);
