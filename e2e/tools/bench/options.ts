import { parseArgs } from "node:util";

export type Options = {
  parts: string[];
  quick: boolean;
  json: string;
  against: string | undefined;
  picture: string | undefined;
  from: string | undefined;
  database: string | undefined;
  requests: number | undefined;
  records: number | undefined;
};

function countOf(option: "requests" | "records", text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`--${option} is a number of ${option}.`);
  return Number(text);
}

/** Reads the command line. Throws, with a sentence, where it is none of ours. */
export function readOptions(args: string[], partNames: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "string", default: "test-results/bench.json" },
      against: { type: "string" },
      picture: { type: "string" },
      from: { type: "string" },
      database: { type: "string" },
      requests: { type: "string" },
      records: { type: "string" },
    },
  });
  const unknown = positionals.filter((name) => !partNames.includes(name));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown.join(", ")}. There are: ${partNames.join(", ")}.`);
  return {
    parts: positionals,
    quick: values.quick,
    json: values.json,
    against: values.against,
    picture: values.picture,
    from: values.from,
    database: values.database,
    requests: countOf("requests", values.requests),
    records: countOf("records", values.records),
  };
}
