import { type KonselingView, readKonseling } from "@teraju/contracts/konseling";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { FollowUps } from "./FollowUps.tsx";
import { Journal } from "./Journal.tsx";
import css from "./konseling.module.css";
import { KonselingRecord } from "./KonselingRecord.tsx";
import { Schedule } from "./Schedule.tsx";

/** One konseling from its day to what follows, as far as the reader may know of it. */
export default function KonselingPage() {
  const words = useKonselingCopy();
  const { id = "" } = useParams();
  const view = useSuspenseQuery(apiQuery(readKonseling, { params: { id } })).data;
  const isOver = view.status === "declined" || view.status === "cancelled";
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={view.sides.includes("pegawai") ? words.own : words.of(view.person.name)} sub={words.about(view.goal)} />
      {isOver && <Alert><p>{words.ended}</p></Alert>}
      <Schedule view={view} />
      {view.entries !== null && <Journal view={view} entries={view.entries} />}
      {view.arrangement !== null && <KonselingRecord view={view} />}
      {view.record !== null && <FollowUps view={view} />}
      {view.readers !== null && <Readers readers={view.readers} />}
    </div>
  );
}

type Reader = "penilai" | "atasan" | "kepegawaian";
const isReader = (word: unknown): word is Reader => word === "penilai" || word === "atasan" || word === "kepegawaian";

function Readers({ readers: { pembaca, penentu } }: { readers: NonNullable<KonselingView["readers"]> }) {
  const words = useKonselingCopy();
  const format = useFormat();
  const names = Array.isArray(pembaca.value) ? pembaca.value.filter(isReader).map((one) => words.reader[one]) : [];
  return (
    <Card title={words.readers} sub={words.readersLine(format.list(names))}>
      <details className={css["basis"]}>
        <summary>{words.basis}</summary>
        <Explanation decision={penentu} />
      </details>
    </Card>
  );
}
