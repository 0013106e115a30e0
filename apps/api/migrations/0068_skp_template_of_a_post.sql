ALTER TABLE "skp_template" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "skp_template" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "skp_template" ADD COLUMN "made_on" date;--> statement-breakpoint
ALTER TABLE "skp_template" ADD COLUMN "source_skp_id" uuid;--> statement-breakpoint
ALTER TABLE "skp_template" ADD COLUMN "retired_on" date;--> statement-breakpoint
ALTER TABLE "skp_template" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "skp_template" ADD CONSTRAINT "skp_template_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp_template" ADD CONSTRAINT "skp_template_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp_template" ADD CONSTRAINT "skp_template_source_skp_id_skp_id_fk" FOREIGN KEY ("source_skp_id") REFERENCES "public"."skp"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "skp_template_name_in_team" ON "skp_template" USING btree ("owner_id","jabatan_name","title") WHERE "skp_template"."owner_id" is not null and "skp_template"."retired_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "skp_template_name_in_city" ON "skp_template" USING btree ("jabatan_name","title") WHERE "skp_template"."owner_id" is null and "skp_template"."made_by" is not null and "skp_template"."retired_on" is null;--> statement-breakpoint
ALTER TABLE "skp_template" ADD CONSTRAINT "skp_template_made" CHECK (num_nonnulls("skp_template"."made_by", "skp_template"."made_on", "skp_template"."source_skp_id") in (0, 3));--> statement-breakpoint
ALTER TABLE "skp_template" ADD CONSTRAINT "skp_template_owner" CHECK ("skp_template"."owner_id" is null or "skp_template"."owner_id" = "skp_template"."made_by");