CREATE TABLE "document_signature" (
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"period_id" uuid NOT NULL,
	"place" text NOT NULL,
	"digest" text NOT NULL,
	"signer_id" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_signature_person_id_period_id_kind_place_digest_pk" PRIMARY KEY("person_id","period_id","kind","place","digest"),
	CONSTRAINT "document_signature_kind" CHECK ("document_signature"."kind" in ('pendokumentasian', 'rekaman_umpan_balik')),
	CONSTRAINT "document_signature_place" CHECK ("document_signature"."place" in ('pegawai', 'penilai')),
	CONSTRAINT "document_signature_digest" CHECK ("document_signature"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "document_signature_own" CHECK (("document_signature"."place" = 'pegawai') = ("document_signature"."signer_id" = "document_signature"."person_id")),
	CONSTRAINT "document_signature_under" CHECK ("document_signature"."kind" <> 'pendokumentasian' or "document_signature"."place" = 'pegawai')
);
--> statement-breakpoint
ALTER TABLE "document_signature" ADD CONSTRAINT "document_signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_signature" ADD CONSTRAINT "document_signature_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_signature" ADD CONSTRAINT "document_signature_signer_id_person_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;