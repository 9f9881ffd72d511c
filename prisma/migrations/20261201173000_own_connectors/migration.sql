-- CreateTable
CREATE TABLE "OwnConnector" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "nameKey" VARCHAR(2000) NOT NULL,
    "lookKey" VARCHAR(64) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "formId" VARCHAR(64) NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMP(3),

    CONSTRAINT "OwnConnector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnConnectorVersion" (
    "connectorId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "isVerifiable" BOOLEAN NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwnConnectorVersion_pkey" PRIMARY KEY ("workspaceId","connectorId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "OwnConnector_workspaceId_nameKey_key" ON "OwnConnector"("workspaceId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "OwnConnector_workspaceId_lookKey_key" ON "OwnConnector"("workspaceId", "lookKey");

-- CreateIndex
CREATE UNIQUE INDEX "OwnConnector_workspaceId_formId_key" ON "OwnConnector"("workspaceId", "formId");

-- CreateIndex
CREATE UNIQUE INDEX "OwnConnector_id_workspaceId_key" ON "OwnConnector"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "OwnConnectorVersion_connectorId_workspaceId_idx" ON "OwnConnectorVersion"("connectorId", "workspaceId");

-- AddForeignKey
ALTER TABLE "OwnConnector" ADD CONSTRAINT "OwnConnector_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnConnectorVersion" ADD CONSTRAINT "OwnConnectorVersion_connectorId_workspaceId_fkey" FOREIGN KEY ("connectorId", "workspaceId") REFERENCES "OwnConnector"("id", "workspaceId") ON DELETE CASCADE ON UPDATE CASCADE;


-- What a version said is what values were sealed under and what the trail speaks of: another one takes its place.
CREATE FUNCTION "own_connector_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A version of a connector cannot be changed.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "OwnConnectorVersion_unchanged" BEFORE UPDATE ON "OwnConnectorVersion"
    FOR EACH ROW EXECUTE FUNCTION "own_connector_refuse_change"();
