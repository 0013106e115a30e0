ALTER TABLE "signed_rating" DROP CONSTRAINT "signed_rating_status";--> statement-breakpoint
ALTER TABLE "signed_rating" DROP CONSTRAINT "signed_rating_seen";--> statement-breakpoint
ALTER TABLE "signed_rating" ADD COLUMN "number" text;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD COLUMN "returned_by" uuid;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD COLUMN "returned_on" date;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_returned_by_person_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_returned" CHECK (num_nonnulls("signed_rating"."returned_by", "signed_rating"."returned_on", "signed_rating"."return_reason") = case when "signed_rating"."status" = 'returned' then 3 else 0 end and ("signed_rating"."returned_by" is null or "signed_rating"."returned_by" not in ("signed_rating"."person_id", "signed_rating"."entered_by")));--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_status" CHECK ("signed_rating"."status" in ('entered', 'returned', 'confirmed'));--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_seen" CHECK ("signed_rating"."status" <> 'confirmed' or ("signed_rating"."scan_key" is not null and "signed_rating"."seen_by" = "signed_rating"."confirmed_by" and "signed_rating"."seen_version" < "signed_rating"."version"));