import { listMatrixPeople } from "@teraju/contracts/opd-dashboard";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { type Cell, QuadrantMatrix } from "#ui/light/QuadrantMatrix.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { type Dashboard, needHelp } from "./finding.ts";
import css from "./opd-dashboard.module.css";

type Period = NonNullable<Dashboard["period"]>;
/** The server gives no more names of one cell. */
const MOST_NAMES = 500;

/** Hasil kerja by perilaku with the number in each cell; a press opens the names. */
export function MatrixCard({ unitId, period }: { unitId: string; period: Period }) {
  const words = useOpdDashboardCopy();
  const [cell, setCell] = useState<Cell | null>(null);
  return (
    <Card title={words.matrixTitle(needHelp(period))} sub={words.matrixSub}>
      <QuadrantMatrix counts={period.matrix.map(({ n, ...each }) => ({ ...each, count: n }))} onSelect={setCell} selected={cell} />
      {cell !== null && <Names unitId={unitId} period={period.id} cell={cell} onClose={() => setCell(null)} />}
    </Card>
  );
}

function Names({ unitId, period, cell, onClose }: { unitId: string; period: string; cell: Cell; onClose: () => void }) {
  const words = useOpdDashboardCopy();
  const { vocabulary, parts } = useCopy();
  const asked = useQuery(apiQuery(listMatrixPeople, { params: { unitId }, query: { period, ...cell } }));
  const people = asked.data?.people;
  const [first] = people ?? [];
  return (
    <Dialog isOpen onClose={onClose} title={first && people ? words.matrixNames(vocabulary.predikat[first.predikat], people.length) : parts.loading}>
      <p className="quiet">{words.matrixCell(vocabulary.ekspektasiShort[cell.hasilKerja], vocabulary.ekspektasiShort[cell.perilaku])}</p>
      <ProblemAlert error={asked.error} />
      {asked.isPending && <Skeleton height={160} />}
      {people?.length === MOST_NAMES && <p className="quiet">{words.matrixTooMany}</p>}
      <ul className={css["names"]}>
        {people?.map((person) => (
          <li key={person.appraisalId}>
            <Link to={to(paths.result, { id: person.appraisalId })}>{person.name}</Link>
            <span className="quiet small">{person.unit}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
