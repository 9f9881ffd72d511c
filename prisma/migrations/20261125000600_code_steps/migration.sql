-- A code of an authenticator app works once: the time step of the last one that was taken.
ALTER TABLE "TwoFactor" ADD COLUMN "lastStep" INTEGER NOT NULL DEFAULT 0;
