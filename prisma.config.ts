import path from "node:path";
import { defineConfig } from "prisma/config";

// The Prisma command would download its native schema engine. Ours is Prisma's own WebAssembly build of it, from npm,
// so that everything works without a download. Set PRISMA_SCHEMA_ENGINE_BINARY to use another one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname ?? process.cwd(), "prisma/schema-engine.ts");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // prisma/schema-engine.ts uses a database in memory where this is not set.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://scratch@127.0.0.1/scratch" },
});
