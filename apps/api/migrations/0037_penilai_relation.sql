CREATE TABLE "penilai_delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date
);
--> statement-breakpoint
CREATE TABLE "pimpinan_relation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pegawai_id" uuid NOT NULL,
	"pimpinan_id" uuid NOT NULL,
	"task" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "pimpinan_relation_not_self" CHECK ("pimpinan_relation"."pegawai_id" <> "pimpinan_relation"."pimpinan_id")
);
--> statement-breakpoint
ALTER TABLE "penilai_relation" ADD COLUMN "source" text DEFAULT 'recorded' NOT NULL;--> statement-breakpoint
ALTER TABLE "penilai_delegation" ADD CONSTRAINT "penilai_delegation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_delegation" ADD CONSTRAINT "penilai_delegation_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pimpinan_relation" ADD CONSTRAINT "pimpinan_relation_pegawai_id_person_id_fk" FOREIGN KEY ("pegawai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pimpinan_relation" ADD CONSTRAINT "pimpinan_relation_pimpinan_id_person_id_fk" FOREIGN KEY ("pimpinan_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "penilai_delegation_unit" ON "penilai_delegation" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "pimpinan_relation_pimpinan" ON "pimpinan_relation" USING btree ("pimpinan_id");--> statement-breakpoint
ALTER TABLE "penilai_relation" ADD CONSTRAINT "penilai_relation_source" CHECK ("penilai_relation"."source" in ('recorded', 'tree'));