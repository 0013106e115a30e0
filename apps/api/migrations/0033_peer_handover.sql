CREATE TABLE "peer_handover" (
	"cycle_id" uuid NOT NULL,
	"draw_number" integer NOT NULL,
	"subject_id" uuid NOT NULL,
	"rater_id" uuid NOT NULL,
	CONSTRAINT "peer_handover_cycle_id_rater_id_subject_id_pk" PRIMARY KEY("cycle_id","rater_id","subject_id"),
	CONSTRAINT "peer_handover_later" CHECK ("peer_handover"."draw_number" > 0)
);
--> statement-breakpoint
ALTER TABLE "peer_handover" ADD CONSTRAINT "peer_handover_subject_id_person_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_handover" ADD CONSTRAINT "peer_handover_rater_id_person_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_handover" ADD CONSTRAINT "peer_handover_draw" FOREIGN KEY ("cycle_id","draw_number") REFERENCES "public"."peer_draw"("cycle_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_handover" ADD CONSTRAINT "peer_handover_invite" FOREIGN KEY ("cycle_id","rater_id","subject_id") REFERENCES "public"."peer_invite"("cycle_id","rater_id","subject_id") ON DELETE no action ON UPDATE no action;