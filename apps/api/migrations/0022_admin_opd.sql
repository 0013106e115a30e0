ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_role";--> statement-breakpoint
ALTER TABLE "role_assignment" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_unit" CHECK (("role_assignment"."role" = 'admin_opd') = ("role_assignment"."unit_id" is not null));--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_role" CHECK ("role_assignment"."role" in ('bkpsdm', 'bkpsdm_analis', 'bkpsdm_kepala', 'wali_kota', 'auditor', 'admin_teknis', 'admin_opd'));