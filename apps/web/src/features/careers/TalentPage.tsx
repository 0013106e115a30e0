import { readTalent } from "@teraju/contracts/careers";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { useAddress } from "#ui/light/address.ts";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./careers.module.css";
import { ListsCard } from "./ListsCard.tsx";

type Talent = Output<typeof readTalent>;
type Box = Talent["boxes"][number];
/** Rows of kinerja from above, columns of potensial from the left (PermenPANRB 3/2020). */
const ROWS = [["di_atas", [4, 7, 9]], ["sesuai", [2, 5, 8]], ["di_bawah", [1, 3, 6]]] as const;
const COLUMNS = ["rendah", "menengah", "tinggi"] as const;

/** The nine boxes: counts first, names of one box when it is chosen, by those who may read them. */
export default function TalentPage() {
  const words = useCareersCopy();
  const format = useFormat();
  const [search] = useSearchParams();
  const { roles } = useSession();
  const unit = search.get("unit") ?? undefined;
  const talent = useSuspenseQuery(apiQuery(readTalent, { query: { unit } })).data;
  const placed = talent.boxes.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const title = talent.isSuppressed ? words.talentTitleHidden : words.talentTitle(format.number(placed), format.number(talent.belumDinilai ?? 0));
  const chosen = talent.boxes.find(({ kotak }) => String(kotak) === search.get("kotak"));
  return (
    <div className="stack">
      <PageHeader tab={words.talentTab} title={title} sub={words.talentSub(String(talent.year))} />
      {talent.isSuppressed && <Alert><p>{words.hiddenHelp}</p></Alert>}
      {!talent.isSuppressed && <UnitChoice talent={talent} unit={unit} />}
      <div className={css["talent"]}>
        <Card>
          <Grid talent={talent} />
          <Apart talent={talent} />
        </Card>
        {!talent.isSuppressed && <Names box={chosen} />}
      </div>
      {roles.some((role) => role === "bkpsdm_analis" || role === "bkpsdm_kepala") && <ListsCard year={talent.year} />}
    </div>
  );
}

function UnitChoice({ talent, unit }: { talent: Talent; unit: string | undefined }) {
  const words = useCareersCopy();
  const { put } = useAddress();
  return (
    <div className={css["filters"]}>
      <NativeSelect label={words.unit} value={unit ?? ""} onChange={(event) => put({ unit: event.target.value })} options={[{ value: "", label: words.wholeCity }, ...talent.units.map(({ id, name }) => ({ value: id, label: name }))]} />
    </div>
  );
}

function Grid({ talent }: { talent: Talent }) {
  const words = useCareersCopy();
  const { vocabulary } = useCopy();
  return (
    <div className={css["boxes"]} role="group" aria-label={`${words.axisKinerja}, ${words.axisPotensial}`}>
      <span className={css["axisName"]}>{words.axisKinerja}</span>
      {ROWS.flatMap(([kinerja, kotak]) => [
        <span key={kinerja} className={css["axis"]}>{vocabulary.ekspektasiShort[kinerja]}</span>,
        ...kotak.map((number) => <Cell key={number} box={talent.boxes.find((one) => one.kotak === number)} number={number} isLink={!talent.isSuppressed} />),
      ])}
      <span />
      {COLUMNS.map((one) => <span key={one} className={css["foot"]}>{words.potensial[one]}</span>)}
      <span className={css["axisName"]} data-axis="x">{words.axisPotensial}</span>
    </div>
  );
}

/** How deep a box is coloured: the order of the nine boxes, by threes. */
const stepOf = (number: number): number => Math.ceil(number / 3);

function Cell({ box, number, isLink }: { box: Box | undefined; number: number; isLink: boolean }) {
  const words = useCareersCopy();
  const format = useFormat();
  const { search, addressOf } = useAddress();
  const content = (
    <>
      <span className={css["number"]}>{words.box(number)}</span>
      <b>{box?.n === null || box === undefined ? words.hidden : format.number(box.n)}</b>
    </>
  );
  if (!isLink) return <div className={css["box"]} data-step={stepOf(number)}>{content}</div>;
  return <Link className={css["box"]} data-step={stepOf(number)} to={addressOf({ kotak: String(number) })} replace preventScrollReset aria-current={search.get("kotak") === String(number) ? "true" : undefined}>{content}</Link>;
}

/** Who has no box, and why: never put into one. */
function Apart({ talent: { belumDinilai, tanpaPredikat } }: { talent: Talent }) {
  const words = useCareersCopy();
  const format = useFormat();
  const count = (n: number | null) => (n === null ? words.hidden : words.people(format.number(n)));
  return (
    <Lines>
      <Line title={words.belumDinilai} action={<b>{count(belumDinilai)}</b>} />
      <Line title={words.tanpaPredikat} action={<b>{count(tanpaPredikat)}</b>} />
    </Lines>
  );
}

function Names({ box }: { box: Box | undefined }) {
  const words = useCareersCopy();
  if (box === undefined) return <Card><EmptyState title={words.chooseBox} /></Card>;
  return (
    <Card title={words.box(box.kotak)} sub={`${words.suggestions}: ${box.saran.map((one) => words.saran[one] ?? one).join(", ").toLowerCase()}.`}>
      <Lines>
        {(box.people ?? []).map((person) => <Line key={person.id} title={<Link to={to(paths.careerOf, { id: person.id })}>{person.name}</Link>} sub={[person.jabatan, person.unit].filter(Boolean).join(", ")} />)}
      </Lines>
    </Card>
  );
}
