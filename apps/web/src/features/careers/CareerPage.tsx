import { type CareerView, readCareer, readMyCareer } from "@teraju/contracts/careers";
import { type DocumentSource, listDocuments, readDocumentPdf } from "@teraju/contracts/documents";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./careers.module.css";
import { Readiness } from "./Readiness.tsx";

/** One's own career; with a person in the address, that person's for BKPSDM. */
export default function CareerPage() {
  const { id } = useParams();
  return id === undefined ? <Mine /> : <Theirs id={id} />;
}

function Mine() {
  const words = useCareersCopy();
  const { data } = useSuspenseQuery(apiQuery(readMyCareer, {}));
  const state = data.pangkat?.value;
  const title = state === "siap_diperiksa" || state === "perlu_data" || state === "belum" ? words.title[state] : words.title.none;
  return <Career career={data} title={title} />;
}
function Theirs({ id }: { id: string }) {
  const words = useCareersCopy();
  const { data } = useSuspenseQuery(apiQuery(readCareer, { params: { id } }));
  return <Career career={data} title={words.of(data.person.name)} />;
}

/** Few years end with the highest predikat: to everybody else the way by achievement is not worth a card. */
const isWithin = (list: CareerView["prestasi"]): boolean => list?.from.some(({ value }) => value === "terpenuhi") ?? false;

function Career({ career, title }: { career: CareerView; title: string }) {
  const words = useCareersCopy();
  const format = useFormat();
  const [first] = career.tanggal;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={title} sub={words.sub} />
      <Readiness kind="pangkat" list={career.pangkat} />
      {career.pangkat !== null && first !== undefined && <p className="quiet">{words.nextDates(format.date(first))}</p>}
      <Readiness kind="jenjang" list={career.kenaikanJenjang} />
      {isWithin(career.prestasi) && <Readiness kind="prestasi" list={career.prestasi} />}
      {career.angkaKredit !== null && <Points points={career.angkaKredit} personId={career.person.id} />}
      <Predikat career={career} />
      <p className="quiet">{words.wrongData}</p>
    </div>
  );
}

function Points({ points: { pak, sejakPak, total, tahunTanpaPredikat }, personId }: { points: NonNullable<CareerView["angkaKredit"]>; personId: string }) {
  const words = useCareersCopy();
  const format = useFormat();
  return (
    <Card title={words.angkaKredit}>
      <p>{words.angkaKreditLine(format.number(pak.nilai), format.number(Number(sejakPak.value)), format.number(total))}</p>
      <p className="quiet small">
        {words.pakSource(pak.sumber, format.date(pak.perTanggal))} {tahunTanpaPredikat.length > 0 && words.missingYears(format.list(tahunTanpaPredikat.map(String)))}
      </p>
      <details className={css["how"]}>
        <summary>{words.sincePak}</summary>
        <Explanation decision={sejakPak} />
      </details>
      <Papers personId={personId} />
    </Card>
  );
}

const PAPERS = ["konversi_angka_kredit", "akumulasi_angka_kredit", "penetapan_angka_kredit"] as const satisfies readonly DocumentSource["kind"][];
/** The three papers of the newest year that counts; the older ones stand with all other documents. */
function Papers({ personId }: { personId: string }) {
  const words = useCareersCopy();
  const { data } = useQuery(apiQuery(listDocuments, { query: { person: personId } }));
  const own = (data?.documents ?? []).filter(({ kind }) => PAPERS.some((one) => one === kind));
  const year = Math.max(...own.map((one) => one.year));
  if (own.length === 0) return null;
  return (
    <div className={css["papers"]}>
      {PAPERS.flatMap((kind) => own.filter((one) => one.kind === kind && one.year === year)).map(({ kind, sourceId }) => (
        <LinkButton key={kind} isSmall icon={IconDownload} to={readDocumentPdf.path.replace(":kind", kind).replace(":personId", personId).replace(":sourceId", sourceId)} reloadDocument download>{words.paper[kind === "konversi_angka_kredit" || kind === "akumulasi_angka_kredit" ? kind : "penetapan_angka_kredit"](year)}</LinkButton>
      ))}
      <LinkButton isSmall kind="quiet" to={to(paths.documents, {}, { orang: personId })}>{words.allPapers}</LinkButton>
    </div>
  );
}

function Predikat({ career: { predikat } }: { career: CareerView }) {
  const words = useCareersCopy();
  const { vocabulary } = useCopy();
  return (
    <Card title={words.predikat}>
      <Lines>
        {predikat.map(({ tahun, predikat: one, sumber }) => <Line key={tahun} title={`${tahun}: ${one === null ? words.noPredikat : vocabulary.predikat[one]}`} sub={one === null ? null : (sumber ?? words.fromTeraju)} />)}
      </Lines>
    </Card>
  );
}
