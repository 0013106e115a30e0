ALTER TABLE "evidence" ADD COLUMN "keberatan_id" uuid;--> statement-breakpoint
CREATE INDEX "evidence_keberatan" ON "evidence" USING btree ("keberatan_id");