CREATE TABLE "rekonsiliasi_tindakan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_kind" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"nip" text NOT NULL,
	"aspek" text NOT NULL,
	"difference_key" text NOT NULL,
	"tindakan" text NOT NULL,
	"pelaksana" text NOT NULL,
	"due_on" date,
	"note" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rekonsiliasi_tindakan_period_kind" CHECK ("rekonsiliasi_tindakan"."period_kind" in ('bulanan', 'triwulanan', 'tahunan')),
	CONSTRAINT "rekonsiliasi_tindakan_aspek" CHECK ("rekonsiliasi_tindakan"."aspek" in ('data', 'nilai')),
	CONSTRAINT "rekonsiliasi_tindakan_tindakan" CHECK ("rekonsiliasi_tindakan"."tindakan" in ('perbaiki_di_bkn', 'perbaiki_di_sini', 'wajar')),
	CONSTRAINT "rekonsiliasi_tindakan_pelaksana" CHECK ("rekonsiliasi_tindakan"."pelaksana" in ('bkpsdm', 'admin_opd', 'penilai', 'pegawai')),
	CONSTRAINT "rekonsiliasi_tindakan_due" CHECK (("rekonsiliasi_tindakan"."tindakan" = 'wajar') = ("rekonsiliasi_tindakan"."due_on" is null)),
	CONSTRAINT "rekonsiliasi_tindakan_words" CHECK ("rekonsiliasi_tindakan"."tindakan" <> 'wajar' or btrim("rekonsiliasi_tindakan"."note") <> ''),
	CONSTRAINT "rekonsiliasi_tindakan_key" CHECK ("rekonsiliasi_tindakan"."difference_key" <> '')
);
--> statement-breakpoint
ALTER TABLE "rekonsiliasi_tindakan" ADD CONSTRAINT "rekonsiliasi_tindakan_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rekonsiliasi_tindakan_once" ON "rekonsiliasi_tindakan" USING btree ("period_kind","year","number","nip","aspek");