CREATE TABLE "development_receipt" (
	"plan_id" uuid PRIMARY KEY NOT NULL,
	"format" text DEFAULT 'B.1.10' NOT NULL,
	"received_by" uuid NOT NULL,
	"received_on" date NOT NULL,
	CONSTRAINT "development_receipt_format" CHECK ("development_receipt"."format" = 'B.1.10')
);
--> statement-breakpoint
ALTER TABLE "development_receipt" ADD CONSTRAINT "development_receipt_received_by_person_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_receipt" ADD CONSTRAINT "development_receipt_form" FOREIGN KEY ("plan_id","format") REFERENCES "public"."development_form"("plan_id","format") ON DELETE no action ON UPDATE no action;