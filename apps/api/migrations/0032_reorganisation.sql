CREATE TABLE "reorganisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"effective_from" date NOT NULL,
	"legal_basis" text NOT NULL,
	"steps" jsonb NOT NULL,
	"tree_id" uuid,
	"status" text DEFAULT 'applied' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"outcome" jsonb NOT NULL,
	"journal" jsonb NOT NULL,
	"followed_on" date,
	"applied_by" uuid NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"taken_back_by" uuid,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "reorganisation_status" CHECK ("reorganisation"."status" in ('applied', 'taken_back')),
	CONSTRAINT "reorganisation_taken_back" CHECK (("reorganisation"."status" = 'taken_back') = ("reorganisation"."taken_back_by" is not null and "reorganisation"."taken_back_at" is not null) and ("reorganisation"."status" = 'applied' or ("reorganisation"."tree_id" is null and "reorganisation"."followed_on" is null)))
);
--> statement-breakpoint
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_tree_id_tree_version_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."tree_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_applied_by_person_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_taken_back_by_person_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reorganisation_from" ON "reorganisation" USING btree ("effective_from");