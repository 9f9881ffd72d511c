-- The tables say workspace too: "organization" was the auth library's word, which keeps none any more. Names change, rows
-- stay as they are.

ALTER TABLE "Organization" RENAME TO "Workspace";
ALTER TABLE "Workspace" RENAME CONSTRAINT "Organization_pkey" TO "Workspace_pkey";

ALTER TABLE "Member" RENAME COLUMN "organizationId" TO "workspaceId";
ALTER TABLE "Member" RENAME CONSTRAINT "Member_organizationId_fkey" TO "Member_workspaceId_fkey";
ALTER INDEX "Member_organizationId_userId_key" RENAME TO "Member_workspaceId_userId_key";

ALTER TABLE "Invitation" RENAME COLUMN "organizationId" TO "workspaceId";
ALTER TABLE "Invitation" RENAME CONSTRAINT "Invitation_organizationId_fkey" TO "Invitation_workspaceId_fkey";
ALTER INDEX "Invitation_organizationId_idx" RENAME TO "Invitation_workspaceId_idx";

ALTER TABLE "Session" RENAME COLUMN "activeOrganizationId" TO "activeWorkspaceId";

-- What nothing reads: the library asked for them.
ALTER TABLE "Workspace" DROP COLUMN "slug", DROP COLUMN "logo", DROP COLUMN "metadata";

-- As before, but for the table's name: it is looked up when the trigger fires.
CREATE OR REPLACE FUNCTION "audit_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM "Workspace" WHERE "id" = OLD."workspaceId") THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'Audit events are neither changed nor deleted.' USING ERRCODE = 'insufficient_privilege';
END $$;
