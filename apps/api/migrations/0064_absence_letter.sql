ALTER TABLE "absence" ADD COLUMN "letter_number" text;--> statement-breakpoint
ALTER TABLE "absence" ADD COLUMN "letter_date" date;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_letter" CHECK (("absence"."letter_number" is null) = ("absence"."letter_date" is null));