CREATE TABLE "development_form" (
	"plan_id" uuid NOT NULL,
	"format" text NOT NULL,
	"content" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"written_on" date NOT NULL,
	CONSTRAINT "development_form_plan_id_format_pk" PRIMARY KEY("plan_id","format"),
	CONSTRAINT "development_form_format" CHECK ("development_form"."format" in ('B.1.8', 'B.1.9', 'B.1.10')),
	CONSTRAINT "development_form_content" CHECK ("development_form"."content" ->> 'format' = "development_form"."format")
);
--> statement-breakpoint
ALTER TABLE "development_entry" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "development_entry" ADD COLUMN "changes_target" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "development_entry" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "development_entry" ADD COLUMN "step_due" date;--> statement-breakpoint
ALTER TABLE "development_form" ADD CONSTRAINT "development_form_plan_id_development_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."development_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_form" ADD CONSTRAINT "development_form_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;