-- The events of each workspace become a chain, see docs/audit.md and docs/decisions/0009-audit-chain.md.

-- Events that are there already are put back at the end, through the trigger that chains them.
CREATE TEMPORARY TABLE "AuditEventBefore" AS SELECT * FROM "AuditEvent";
DELETE FROM "AuditEvent";

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

-- A value as its length in bytes and itself, so that no two different events read the same.
CREATE FUNCTION "audit_part"("value" text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(octet_length(convert_to("value", 'UTF8')) || ':' || "value" || ';', '-;') $$;

CREATE FUNCTION "audit_hash"("previous" text, "seq" bigint, "content" text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT encode(sha256(convert_to('latchkey-audit-1;' || "previous" || ';' || "seq" || ';' || "content", 'UTF8')), 'hex') $$;

-- Numbers a new event and chains it to the one before, whoever inserts it. The head's row is locked until the end of the
-- transaction: the events of a workspace have one order, and a transaction that is rolled back leaves no gap.
CREATE FUNCTION "audit_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "none" CONSTANT text := repeat('0', 64);
  "content" text := "audit_part"(NEW."workspaceId") || "audit_part"(NEW."id")
    || "audit_part"((extract(epoch FROM NEW."at") * 1000)::bigint::text) || "audit_part"(NEW."actorId")
    || "audit_part"(NEW."action") || "audit_part"(NEW."subjectId") || "audit_part"(NEW."subjectName")
    || "audit_part"(cardinality(coalesce(NEW."fields", '{}'))::text)
    || (SELECT coalesce(string_agg("audit_part"("field"), '' ORDER BY "position"), '')
        FROM unnest(NEW."fields") WITH ORDINALITY AS "list"("field", "position"))
    || "audit_part"(NEW."result") || "audit_part"(NEW."peer");
BEGIN
  NEW."fields" := coalesce(NEW."fields", '{}');
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

INSERT INTO "AuditEvent" ("id", "workspaceId", "at", "actorId", "action", "subjectId", "subjectName", "fields", "result", "peer")
SELECT "id", "workspaceId", "at", "actorId", "action", "subjectId", "subjectName", "fields", "result", "peer"
FROM "AuditEventBefore" ORDER BY "workspaceId", "at", "id";
DROP TABLE "AuditEventBefore";
