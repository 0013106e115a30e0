ALTER TABLE "fairness_signal" DROP CONSTRAINT "fairness_signal_scale";--> statement-breakpoint
ALTER TABLE "fairness_run" ADD COLUMN "groups" jsonb;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD COLUMN "person_reply" text;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD COLUMN "person_replied_on" date;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD CONSTRAINT "fairness_signal_person_replied" CHECK (num_nonnulls("fairness_signal"."person_reply", "fairness_signal"."person_replied_on") = 0 or (num_nonnulls("fairness_signal"."person_reply", "fairness_signal"."person_replied_on") = 2 and "fairness_signal"."penilai_id" is not null));--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD CONSTRAINT "fairness_signal_scale" CHECK ("fairness_signal"."scale" in ('points', 'share', 'smd'));