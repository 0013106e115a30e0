import { addDays, isHariKerja, tambahHariKerja, type LocalDate, type Month, type Perilaku, PERILAKU, type UmpanBalikNada } from "@teraju/domain";
import type { City, Person } from "./city.ts";
import type { Loader } from "./copy.ts";
import { FEEDBACK, REPLIES } from "./data/skp-job-families.ts";
import type { Random } from "./random.ts";
import type { MadeReport, Reports } from "./reports.ts";
import { KALENDER, millisOf, moment, must, type Timeline } from "./timeline.ts";

export type MadeUmpanBalik = { id: string; from: Person; to: Person; month: Month; nada: UmpanBalikNada; text: string; givenOn: LocalDate; reply: string | null };
export type UmpanBalikBook = { of: Map<Person, MadeUmpanBalik[]>; give(entry: Giving): MadeUmpanBalik };
type Giving = { from: Person; to: Person; report: MadeReport; nada: UmpanBalikNada; givenOn: LocalDate; mustReply?: boolean; lineId?: string | null };

/** Umpan balik through the months, given while the month ran; what is given later still comes through `give`. */
export function openUmpanBalik(random: Random, load: Loader, timeline: Timeline): UmpanBalikBook {
  const add = load.table("umpan_balik", ["id", "from_id", "to_id", "month", "line_id", "report_row_id", "perilaku", "status", "question", "requested_on", "nada", "text", "given_on", "given_at", "read_at", "reply", "replied_at", "version"]);
  const of = new Map<Person, MadeUmpanBalik[]>();
  const give = ({ from, to, report, nada, givenOn, mustReply = false, lineId }: Giving): MadeUmpanBalik => {
    const made: MadeUmpanBalik = { id: random.uuid(millisOf(givenOn)), from, to, month: report.month.month, nada, text: random.pick(FEEDBACK[nada]), givenOn, reply: null };
    const replyOn = tambahHariKerja({ mulai: givenOn, hari: random.int(1, 3), kalender: KALENDER });
    const isOld = replyOn < timeline.today;
    if (isOld && (mustReply || random.chance(nada === "positif" ? 0.15 : 0.45))) made.reply = random.pick(REPLIES);
    const perilaku: Perilaku | null = lineId === undefined && random.chance(0.25) ? random.pick(PERILAKU) : null;
    const line = lineId ?? (perilaku === null && random.chance(0.6) && report.skp !== null ? random.pick(report.skp.hasil).lineId : null);
    const isRead = isOld && (made.reply !== null || random.chance(0.8));
    add(made.id, from.id, to.id, made.month, line, null, perilaku, "diberikan", null, null, nada, made.text, givenOn, moment(givenOn, 600), isRead ? moment(replyOn, 480) : null, made.reply, made.reply && moment(replyOn, 500), made.reply === null ? 1 : 2);
    const own = of.get(to);
    if (own) own.push(made);
    else of.set(to, [made]);
    return made;
  };
  return { of, give };
}

/** Monthly umpan balik of the penilai and, less often, of a colleague; some still asked for. */
export function buildUmpanBalik(random: Random, load: Loader, city: City, reports: Reports, timeline: Timeline, book: UmpanBalikBook): void {
  for (const [person, list] of reports) {
    for (const report of list) {
      if (report.submittedOn === null || report.penilai === city.wali) continue;
      const isVisitor = person.account !== null;
      if (random.chance(isVisitor ? 0.6 : 0.1)) book.give({ from: report.penilai, to: person, report, nada: nadaOf(random, report), givenOn: dayWithin(random, report, timeline) });
      if (random.chance(0.012)) giveFromColleague(random, report, timeline, book);
    }
  }
  askFor(random, load, city, reports, timeline);
}

function giveFromColleague(random: Random, report: MadeReport, timeline: Timeline, book: UmpanBalikBook): void {
  const colleagues = report.unit.staff.filter((one) => one !== report.person);
  if (colleagues.length > 0) book.give({ from: random.pick(colleagues), to: report.person, report, nada: random.chance(0.75) ? "positif" : "netral", givenOn: dayWithin(random, report, timeline) });
}

function nadaOf(random: Random, report: MadeReport): UmpanBalikNada {
  const dice = random.next();
  const capaian = report.capaian ?? 100;
  if (capaian < 90) return dice < 0.5 ? "negatif" : dice < 0.9 ? "netral" : "positif";
  return dice < (capaian > 102 ? 0.85 : 0.6) ? "positif" : dice < 0.96 ? "netral" : "negatif";
}

/** A working day of the month itself, before today. */
export function dayWithin(random: Random, report: MadeReport, timeline: Timeline): LocalDate {
  const latest = report.month.lastDay < timeline.today ? report.month.lastDay : addDays(timeline.today, -1);
  let day = addDays(`${report.month.month}-08`, random.int(0, 18));
  if (day > latest) day = latest;
  while (!isHariKerja(day, KALENDER)) day = addDays(day, -1);
  return day;
}

const QUESTIONS = ["Mohon masukan atas cara saya menyusun laporan bulan ini.", "Apakah alur layanan yang baru sudah sesuai harapan?", "Mohon umpan balik atas hasil kerja pertama saya."] as const;

/** Requests that wait for an answer: from the visitor's team and a few others. */
function askFor(random: Random, load: Loader, city: City, reports: Reports, timeline: Timeline): void {
  const add = load.table("umpan_balik", ["id", "from_id", "to_id", "month", "status", "question", "requested_on"]);
  const day = addDays(timeline.today, -2);
  const askers = [...reports.keys()].filter((one) => one.account !== null || random.chance(0.02));
  for (const person of askers) {
    const report = must(must(reports.get(person)).at(-1));
    if (report.penilai === city.wali || report.kewajiban !== "wajib_lapor") continue;
    add(random.uuid(millisOf(day)), report.penilai.id, person.id, timeline.open.month, "diminta", random.pick(QUESTIONS), day);
  }
}
