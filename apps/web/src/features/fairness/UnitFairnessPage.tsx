import { readUnitFairness, type UnitFairnessView } from "@teraju/contracts/fairness";
import { readOrganisation } from "@teraju/contracts/organisation";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { useAddress } from "#ui/light/address.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { isOfBkpsdm, useSession } from "../../session.ts";
import { useGroupName } from "./Groups.tsx";
import { signed } from "./habit.ts";

/** How groups of one department fare against expectation: of persons and supervisors it says nothing. A head reads the own one, BKPSDM any. */
export default function UnitFairnessPage() {
  const { unitPage: words } = useFairnessCopy();
  const { leads, roles } = useSession();
  const { search } = useAddress();
  const unitId = search.get("unit") ?? leads?.id;
  const seesAll = isOfBkpsdm(roles);
  if (unitId === undefined && !seesAll) return <PageHeader tab={words.tab} title={words.noUnit} sub={words.noUnitHelp} />;
  const department = seesAll && <Department unitId={unitId} />;
  return unitId === undefined ? <div className="stack"><PageHeader tab={words.tab} title={words.chooseUnit} sub={words.sub} />{department}</div> : <UnitFairness key={unitId} unitId={unitId} department={department} />;
}

function Department({ unitId }: { unitId: string | undefined }) {
  const { unitPage: words } = useFairnessCopy();
  const { put } = useAddress();
  const { units } = useSuspenseQuery(apiQuery(readOrganisation, { query: {} })).data;
  const departments = units.filter(({ kind }) => kind === "opd" || kind === "kecamatan");
  return <NativeSelect label={words.unit} value={unitId ?? ""} onChange={(event) => put({ unit: event.target.value })} options={[...(unitId === undefined ? [{ value: "", label: words.chooseUnit }] : []), ...departments.map(({ unitId: value, name }) => ({ value, label: name }))]} />;
}

function UnitFairness({ unitId, department }: { unitId: string; department: ReactNode }) {
  const { unitPage: words, page, notShown } = useFairnessCopy();
  const { period: periodWords } = useCopy();
  const nameOf = usePeriodName();
  const { search, put } = useAddress();
  const asked = search.get("periode");
  const { periods, view } = useSuspenseQuery(apiQuery(readUnitFairness, { params: { unitId }, query: asked === null ? {} : { period: asked } })).data;
  const title = view === null ? page.none : view.reason !== null ? words.cannot(view.unit.name, nameOf(view.period)) : words.finding(view.groups.filter(({ isSignal }) => isSignal).length, view.unit.name, nameOf(view.period));
  return (
    <div className="stack">
      <PageHeader
        tab={words.tab} title={title} sub={words.sub}
        action={periods.length > 0 && <NativeSelect label={page.period} value={view?.period.id ?? asked ?? ""} options={[...(view === null ? [{ value: "", label: periodWords.choose }] : []), ...periods.map((one) => ({ value: one.id, label: nameOf(one) }))]} onChange={(event) => put({ periode: event.target.value })} />}
      />
      {department}
      {view === null ? <EmptyState title={page.none}>{page.noneHelp}</EmptyState> : view.reason === null ? <Shown view={view} /> : <Withheld view={view} why={notShown[view.reason]} />}
      <p className="quiet">{page.noProof} <Link to={paths.method}>{page.toMethod}</Link></p>
    </div>
  );
}

function Withheld({ view: { reason, people, least }, why }: { view: UnitFairnessView; why: string }) {
  const { unitPage: words } = useFairnessCopy();
  const format = useFormat();
  return reason === "too_few" ? <Alert kind="info" title={words.tooFewPeople(format.number(people), format.number(least))}>{words.tooFewWhy}</Alert> : <Alert kind="attention" title={why} />;
}

function Shown({ view: { people, groups } }: { view: UnitFairnessView }) {
  const { unitPage: words, page, notShown } = useFairnessCopy();
  const format = useFormat();
  const nameOf = useGroupName();
  return (
    <Card title={words.title} sub={words.tableSub(format.number(people))}>
      <Lines>
        {groups.map((line) => (
          <Line
            key={`${line.attribute} ${line.group}`} title={<b>{nameOf(line)}</b>}
            sub={line.difference === null ? `${words.sizes(format.number(line.n), format.number(line.nAgainst))} ${notShown[line.reason ?? "too_few"]}` : `${words.sizes(format.number(line.n), format.number(line.nAgainst))} ${words.difference(signed(line.difference.value, format), signed(line.difference.low, format), signed(line.difference.high, format))}`}
            action={line.isSignal ? <Badge kind="attention">{page.needsTalk}</Badge> : line.difference !== null && <span className="quiet">{page.noSignal}</span>}
          />
        ))}
      </Lines>
      <p className="quiet">{words.help}</p>
    </Card>
  );
}
