ALTER TABLE "jabatan" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "jabatan" ADD COLUMN "valid_until" date;--> statement-breakpoint
ALTER TABLE "jabatan" ADD CONSTRAINT "jabatan_days" CHECK ("jabatan"."valid_from" <= "jabatan"."valid_until");