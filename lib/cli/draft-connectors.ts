import { readFileSync } from "node:fs";
import { draftConnector } from "./draft-connector";

// `npm run connectors:draft -- document.json > lib/connectors/catalogue/name.ts`: a connector's file from an OpenAPI
// document on this machine, as far as that says it. Nothing is fetched.

const file = process.argv[2];
if (!file) {
  process.stderr.write("Name the file of an OpenAPI document, in JSON.\n");
  process.exit(2);
}
try {
  process.stdout.write(draftConnector(JSON.parse(readFileSync(file, "utf8"))));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "It can't be read."}\n`);
  process.exit(1);
}
