CREATE TABLE "keberatan_reassignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"keberatan_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"basis" text NOT NULL,
	"by_id" uuid NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "keberatan_reassignment_ground" CHECK ("keberatan_reassignment"."ground" in ('berhalangan', 'benturan_kepentingan')),
	CONSTRAINT "keberatan_reassignment_moves" CHECK ("keberatan_reassignment"."from_id" <> "keberatan_reassignment"."to_id")
);
--> statement-breakpoint
ALTER TABLE "keberatan_reassignment" ADD CONSTRAINT "keberatan_reassignment_keberatan_id_keberatan_id_fk" FOREIGN KEY ("keberatan_id") REFERENCES "public"."keberatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_reassignment" ADD CONSTRAINT "keberatan_reassignment_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_reassignment" ADD CONSTRAINT "keberatan_reassignment_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_reassignment" ADD CONSTRAINT "keberatan_reassignment_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "keberatan_reassignment_keberatan" ON "keberatan_reassignment" USING btree ("keberatan_id");