CREATE TABLE "account_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"given_by" uuid,
	"via" text NOT NULL,
	"identity" text,
	"had_password" boolean NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_code_via" CHECK ("account_code"."via" in ('meja', 'surat', 'server')),
	CONSTRAINT "account_code_identity" CHECK (("account_code"."via" = 'meja') = ("account_code"."identity" is not null) and ("account_code"."identity" is null or "account_code"."identity" in ('ktp', 'kartu_pegawai', 'sk_pengangkatan'))),
	CONSTRAINT "account_code_giver_known" CHECK (("account_code"."via" = 'server') = ("account_code"."given_by" is null)),
	CONSTRAINT "account_code_not_own" CHECK ("account_code"."given_by" <> "account_code"."person_id"),
	CONSTRAINT "account_code_letter_first" CHECK ("account_code"."via" <> 'surat' or not "account_code"."had_password")
);
--> statement-breakpoint
ALTER TABLE "role_assignment" ADD COLUMN "basis" text;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD COLUMN "given_by" uuid;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "account_code" ADD CONSTRAINT "account_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_code" ADD CONSTRAINT "account_code_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_code_person" ON "account_code" USING btree ("person_id","given_at");--> statement-breakpoint
CREATE INDEX "account_code_giver" ON "account_code" USING btree ("given_by","given_at");--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_not_own" CHECK ("role_assignment"."given_by" <> "role_assignment"."person_id" and "role_assignment"."ended_by" <> "role_assignment"."person_id");--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_basis" CHECK ("role_assignment"."given_by" is null or "role_assignment"."role" not in ('wali_kota', 'auditor') or "role_assignment"."basis" is not null);