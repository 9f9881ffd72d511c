-- The events of each workspace become a chain, see docs/audit.md and docs/decisions/0009-audit-chain.md.

-- DropIndex
DROP INDEX "AuditEvent_subjectId_idx";

-- DropIndex
DROP INDEX "AuditEvent_workspaceId_at_id_idx";

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "hash" VARCHAR(64) NOT NULL DEFAULT '',
ADD COLUMN     "previousHash" VARCHAR(64) NOT NULL DEFAULT '',
ADD COLUMN     "seq" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "AuditHead" (
    "workspaceId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "previousHash" VARCHAR(64) NOT NULL,
    "hash" VARCHAR(64) NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("workspaceId")
);

-- A value as its length in bytes and itself, so that no two different events read the same.
-- "Stable", as convert_to is: a function that promises more than its body is not inlined, which costs tenfold.
CREATE FUNCTION "audit_part"("value" text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(octet_length(convert_to("value", 'UTF8')) || ':' || "value" || ';', '-;') $$;

CREATE FUNCTION "audit_content"("event" "AuditEvent") RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN "audit_part"("event"."workspaceId") || "audit_part"("event"."id")
    || "audit_part"((extract(epoch FROM "event"."at") * 1000)::bigint::text) || "audit_part"("event"."actorId")
    || "audit_part"("event"."action") || "audit_part"("event"."subjectId") || "audit_part"("event"."subjectName")
    || "audit_part"(cardinality("event"."fields")::text)
    || (SELECT coalesce(string_agg("audit_part"("field"), '' ORDER BY "position"), '')
        FROM unnest("event"."fields") WITH ORDINALITY AS "list"("field", "position"))
    || "audit_part"("event"."result") || "audit_part"("event"."peer");
END $$;

CREATE FUNCTION "audit_hash"("previous" text, "seq" bigint, "content" text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT encode(sha256(convert_to('latchkey-audit-1;' || "previous" || ';' || "seq" || ';' || "content", 'UTF8')), 'hex') $$;

-- The events that are there already, in the order of their time.
DO $$
DECLARE
  "event" "AuditEvent";
  "head" "AuditHead";
BEGIN
  FOR "event" IN SELECT * FROM "AuditEvent" ORDER BY "workspaceId", "at", "id" LOOP
    IF "head"."workspaceId" IS DISTINCT FROM "event"."workspaceId" THEN
      IF "head"."workspaceId" IS NOT NULL THEN INSERT INTO "AuditHead" SELECT "head".*; END IF;
      "head" := ROW("event"."workspaceId", 0, '', repeat('0', 64));
    END IF;
    "event"."fields" := coalesce("event"."fields", '{}');
    "head"."seq" := "head"."seq" + 1;
    "head"."previousHash" := "head"."hash";
    "head"."hash" := "audit_hash"("head"."previousHash", "head"."seq", "audit_content"("event"));
    UPDATE "AuditEvent" SET "fields" = "event"."fields", "seq" = "head"."seq",
      "previousHash" = "head"."previousHash", "hash" = "head"."hash" WHERE "id" = "event"."id";
  END LOOP;
  IF "head"."workspaceId" IS NOT NULL THEN INSERT INTO "AuditHead" SELECT "head".*; END IF;
END $$;

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_workspaceId_seq_key" ON "AuditEvent"("workspaceId", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_at_seq_idx" ON "AuditEvent"("workspaceId", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_actorId_at_seq_idx" ON "AuditEvent"("workspaceId", "actorId", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_subjectId_at_seq_idx" ON "AuditEvent"("workspaceId", "subjectId", "at" DESC, "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_action_at_seq_idx" ON "AuditEvent"("workspaceId", "action", "at" DESC, "seq" DESC);

-- AddForeignKey
-- Deferred: one statement may insert a workspace and its first event, in whichever order.
ALTER TABLE "AuditHead" ADD CONSTRAINT "AuditHead_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- Numbers a new event and chains it to the one before, whoever inserts it. The head's row is locked until the end of the
-- transaction: the events of a workspace have one order, and a transaction that is rolled back leaves no gap.
CREATE FUNCTION "audit_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "none" CONSTANT text := repeat('0', 64);
  "content" text;
BEGIN
  NEW."fields" := coalesce(NEW."fields", '{}');
  "content" := "audit_content"(NEW);
  INSERT INTO "AuditHead" AS "head" VALUES (NEW."workspaceId", 1, "none", "audit_hash"("none", 1, "content"))
  ON CONFLICT ("workspaceId") DO UPDATE SET "seq" = "head"."seq" + 1, "previousHash" = "head"."hash",
    "hash" = "audit_hash"("head"."hash", "head"."seq" + 1, "content")
  RETURNING "head"."seq", "head"."previousHash", "head"."hash" INTO NEW."seq", NEW."previousHash", NEW."hash";
  -- An insertion that would be skipped ("ON CONFLICT DO NOTHING") must not use up a number.
  IF EXISTS (SELECT FROM "AuditEvent" WHERE "id" = NEW."id") THEN
    RAISE EXCEPTION 'There is an audit event with this id.' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "AuditEvent_chain" BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "audit_chain"();

-- Events go only with their whole workspace: its row is gone when the deletion cascades to them.
CREATE FUNCTION "audit_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM "Organization" WHERE "id" = OLD."workspaceId") THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'Audit events are neither changed nor deleted.' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "AuditEvent_unchanged" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "audit_refuse_change"();
CREATE TRIGGER "AuditEvent_not_emptied" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse_change"();
