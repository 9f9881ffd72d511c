import { expect, it } from "vitest";
import { reachOf } from "./database-hosts";

const allowed = ["db.example.com", "10.0.0.5:5433", ".rds.example.org", ".pool.example.org:*", "Warehouse.example.net"];

it.each([
  ["db.example.com", 5432, "anywhere"],
  ["DB.example.com", 5432, "anywhere"],
  ["warehouse.example.net", 5432, "anywhere"],
  ["db.example.com", 5433, "none"],
  ["10.0.0.5", 5433, "anywhere"],
  ["10.0.0.5", 5432, "none"],
  ["10.0.0.6", 5433, "none"],
  ["one.rds.example.org", 5432, "public"],
  ["one.two.rds.example.org", 5432, "public"],
  ["one.rds.example.org", 6543, "none"],
  ["rds.example.org", 5432, "none"],
  [".rds.example.org", 5432, "none"],
  ["evilrds.example.org", 5432, "none"],
  ["one.rds.example.org.evil.example", 5432, "none"],
  ["one.pool.example.org", 6543, "public"],
  ["", 5432, "none"],
] as const)("I1, I12: %s:%i may be reached: %s", (host, port, reach) => {
  expect(reachOf(allowed, host, port)).toBe(reach);
});

it.each([
  [[], "none"],
  [["*"], "public"],
  [["*:*"], "public"],
  [["*:6543"], "none"],
  [["*", "db.internal"], "anywhere"],
] as const)("I1, I12: by %j alone a host is reached: %s", (entries, reach) => {
  expect(reachOf(entries, "db.internal", 5432)).toBe(reach);
});
