import { addDays, type LocalDate } from "@teraju/domain";
import type pg from "pg";
import { hashOfRecord, type SaidOfKonseling } from "../../konseling-record.ts";
import type { City } from "./city.ts";
import type { Random } from "./random.ts";
import { millisOf, moment } from "./timeline.ts";

type Line = { personId: string; penilaiId: string; atasanId: string };
/** Somebody of the department with who rates them and who stands above that one; nobody whose account is printed. */
const LINE = `
  select r.pegawai_id as "personId", r.penilai_id as "penilaiId", r.atasan_id as "atasanId" from penilai_relation r join person p on p.id = r.pegawai_id join placement s on s.person_id = p.id and s.kind = 'definitif' and s.valid_until is null
    join unit u on u.id = s.unit_id join jabatan j on j.id = s.jabatan_id and not j.is_head
   where u.code like $1 || '%' and r.atasan_id is not null and r.valid_from <= $2 and r.valid_until is null and p.id <> all($3::uuid[]) order by p.nip desc limit 1`;

/** Reports that still wait for a konselor, and since how many days; the newest is not taken in yet. */
const WAITING = [["KOMINFO", "Pekan ini dua kali meninggalkan loket tanpa pengganti.", 6], ["DLH", "Sering berselisih dengan rekan saat pembagian rute.", 15], ["SATPOLPP", "Terlambat datang pada lima dari dua puluh piket.", 22]] as const;
const RECEIVED_AFTER = 10;

/**
 * Two konseling that are over: one by a penilai who was trained for it, whose record the head of the department read; one by a konselor
 * independen, whose record the head of BKPSDM read. Besides them, reports on which nobody has set a konseling yet. The walls are up.
 */
export async function loadKonseling(random: Random, client: pg.PoolClient, { city, today }: { city: City; today: LocalDate }): Promise<void> {
  const printed = city.people.filter((one) => one.printed !== null);
  const [operator, head] = (["bkpsdm", "bkpsdm_kepala"] as const).map((role) => printed.find((one) => one.printed?.cityRole === role)?.id);
  if (operator === undefined || head === undefined) return;
  const ago = (days: number): LocalDate => addDays(today, -days);
  const ask = async (code: string): Promise<Line | undefined> => (await client.query<Line>(LINE, [code, ago(70), printed.map(({ id }) => id)])).rows[0];

  const plan = async ({ personId, penilaiId }: Line, finding: string, { days, status }: { days: number; status: "proposed" | "agreed" }): Promise<string> => {
    const id = random.uuid(millisOf(ago(days)));
    await client.query(
      "insert into development_plan (id, person_id, penilai_id, source, finding, perilaku, bentuk, goal, measure, due_on, status, proposed_by, proposed_on, decided_on) values ($1,$2,$3,'umpan_balik',$4,'akuntabel','konseling','Hadir dan bekerja bersama seperti yang disepakati','Catatan piket dan umpan balik rekan',$5,$6,$3,$7,$8)",
      [id, personId, penilaiId, finding, addDays(today, 60), status, ago(days), status === "agreed" ? ago(days - 2) : null]);
    return id;
  };
  const report = async (planId: string, { penilaiId }: Line, masalah: string, { on, received }: { on: LocalDate; received: LocalDate | null }): Promise<void> => {
    await client.query("insert into development_form (plan_id, format, content, written_by, written_on) values ($1,'B.1.10',$2,$3,$4)", [planId, JSON.stringify({ format: "B.1.10", ekspektasi: null, masalah, serupa: false, upaya: "Dua kali umpan balik tertulis dan satu pembicaraan berdua." }), penilaiId, on]);
    if (received !== null) await client.query("insert into development_receipt (plan_id, received_by, received_on) values ($1,$2,$3)", [planId, operator, received]);
  };
  type Konselor = { jenis: "penilai" | "independen"; id: string; certificate: string | null; dasar: string | null };
  const hold = async (planId: string, konselor: Konselor, said: SaidOfKonseling, { setBy, follow }: { setBy: string; follow: { by: string; text: string } }): Promise<void> => {
    const signedOn = said.heldUntil;
    await client.query("insert into konseling (plan_id, jenis, konselor_id, certificate_id, dasar, scheduled_on, scheduled_at, place, is_by_office, set_by, set_on) values ($1,$2,$3,$4,$5,$6,'09:00','Ruang kecil lantai dua',$7,$8,$9)", [planId, konselor.jenis, konselor.id, konselor.certificate, konselor.dasar, said.heldFrom, konselor.jenis !== "penilai", setBy, addDays(said.heldFrom, -4)]);
    await client.query("insert into development_entry (id, plan_id, day, fact, step, written_by) values ($1,$2,$3,'Yang membuat berat dibicarakan berdua.','Bertemu lagi pekan depan.',$4)", [random.uuid(millisOf(said.heldFrom)), planId, said.heldFrom, konselor.id]);
    await client.query("insert into konseling_record (plan_id, held_from, held_until, sessions, masalah, hasil, kesepakatan, saran, signed_by, signed_on, signed_at, hash) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)",
      [planId, said.heldFrom, said.heldUntil, said.sessions, said.masalah, said.hasil, said.kesepakatan, said.saran, konselor.id, signedOn, moment(signedOn, 660), hashOfRecord(said, { konselingId: planId, signedBy: konselor.id, signedOn })]);
    await client.query("update development_plan set status = 'done', done_on = $2, version = 2 where id = $1", [planId, signedOn]);
    await client.query("insert into konseling_follow_up (id, plan_id, text, decided_by, decided_on) values ($1,$2,$3,$4,$5)", [random.uuid(millisOf(signedOn)), planId, follow.text, follow.by, addDays(signedOn, 3)]);
  };

  const own = await ask("DINKES-P2");
  if (own !== undefined) {
    const [planId, certificate] = [await plan(own, "Sering pulang sebelum jadwal posyandu selesai.", { days: 55, status: "agreed" }), random.uuid(millisOf(ago(400)))];
    await client.query("insert into konselor_certificate (id, person_id, name, number, issuer, issued_on, recorded_by, recorded_on) values ($1,$2,'Pelatihan konseling bagi pejabat penilai','118/PKP/LAN','Lembaga Administrasi Negara',$3,$4,$5)", [certificate, own.penilaiId, ago(400), operator, ago(60)]);
    await hold(planId, { jenis: "penilai", id: own.penilaiId, certificate, dasar: null },
      { heldFrom: ago(49), heldUntil: ago(42), sessions: 2, masalah: "Pulang sebelum jadwal posyandu selesai.", hasil: "teratasi", kesepakatan: "Bertukar jadwal dengan rekan bila harus menjemput anak.", saran: null }, { setBy: own.penilaiId, follow: { by: own.atasanId, text: "Jadwal posyandu disusun sebulan sebelumnya." } });
  }
  const [reported, konselor] = [await ask("DISHUB"), await ask("BKPSDM")];
  if (reported !== undefined && konselor !== undefined) {
    const planId = await plan(reported, "Beberapa kali tidak hadir piket tanpa kabar.", { days: 64, status: "proposed" });
    await report(planId, reported, "Tiga kali tidak hadir piket tanpa kabar, sehingga rekan bertugas rangkap.", { on: ago(62), received: ago(60) });
    await hold(planId, { jenis: "independen", id: konselor.personId, certificate: null, dasar: "Surat Kepala BKPSDM Nomor 800/214" },
      { heldFrom: ago(49), heldUntil: ago(35), sessions: 3, masalah: "Tidak hadir piket tanpa kabar.", hasil: "sebagian", kesepakatan: "Memberi kabar sehari sebelumnya, dan melapor setiap Jumat.", saran: "Piket malam dikurangi untuk sementara." }, { setBy: operator, follow: { by: head, text: "Piket malam dikurangi sampai akhir tahun; ditinjau lagi sesudahnya." } });
  }
  for (const [code, masalah, days] of WAITING) {
    const line = await ask(code);
    if (line !== undefined) await report(await plan(line, masalah, { days: days + 2, status: "proposed" }), line, masalah, { on: ago(days), received: days > RECEIVED_AFTER ? ago(days - 1) : null });
  }
}
