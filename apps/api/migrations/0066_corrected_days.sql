CREATE TABLE "hari_koreksi" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"kind" text,
	"name" text NOT NULL,
	"basis" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "hari_koreksi_kind" CHECK ("hari_koreksi"."kind" is null or "hari_koreksi"."kind" in ('libur', 'pengganti')),
	CONSTRAINT "hari_koreksi_past" CHECK ("hari_koreksi"."day" <= "hari_koreksi"."recorded_on"),
	CONSTRAINT "hari_koreksi_reason" CHECK (length(trim("hari_koreksi"."reason")) >= 10)
);
--> statement-breakpoint
ALTER TABLE "hari_koreksi" ADD CONSTRAINT "hari_koreksi_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hari_koreksi_day" ON "hari_koreksi" USING btree ("day","recorded_at");