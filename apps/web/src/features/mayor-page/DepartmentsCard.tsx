import { useCopy, useFormat } from "#copy/copy.tsx";
import { useMayorPageCopy } from "#copy/page/mayor-page.ts";
import { Card } from "#ui/light/Card.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { ChangeWords } from "./ChangeWords.tsx";
import { changeOf, countChanges, type Department, isHidden } from "./finding.ts";
import css from "./mayor-page.module.css";

/** Every department with its head. No column sorts: this is no ranking. */
export function DepartmentsCard({ departments }: { departments: readonly Department[] }) {
  const words = useMayorPageCopy();
  const columns = useColumns();
  const { up, same, down } = countChanges(departments);
  const hasHidden = departments.some(isHidden);
  return (
    <Card title={words.departments(up, same, down)} sub={`${words.departmentsSub}${hasHidden ? ` ${words.hiddenHelp}` : ""}`} className={css["departments"] ?? ""}>
      <Table caption={words.department} columns={columns} rows={departments} rowKey={(each) => each.unit.id} isDense />
    </Card>
  );
}

function useColumns(): readonly Column<Department>[] {
  const words = useMayorPageCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const headOf = ({ head }: Department) => (head === null ? <span className="quiet">{words.vacant}</span> : head.kind === "definitif" ? head.name : `${words.acting[head.kind]} ${head.name}`);
  return [
    { key: "unit", label: words.department, cell: (each) => each.unit.name },
    { key: "kepala", label: words.head, isMinor: true, cell: headOf },
    { key: "masuk", label: words.arrivedOf, isFigure: true, cell: ({ submitted, obliged, isUnrecorded }) => (isUnrecorded ? <span className="quiet">{vocabulary.kewajiban.tidak_tercatat}</span> : obliged === 0 ? "–" : format.percent(Math.round((submitted / obliged) * 100))) },
    { key: "capaian", label: words.capaian, isFigure: true, cell: (each) => (each.capaian === null ? <span className="quiet">{isHidden(each) ? words.hidden : "–"}</span> : `${format.fixed(each.capaian, 1)}%`) },
    { key: "perubahan", label: words.changed, cell: (each) => <ChangeWords change={changeOf(each.capaian, each.capaianBefore)} /> },
    { key: "organisasi", label: words.organisationShort, isMinor: true, cell: ({ capaianOrganisasi: value }) => (value === null ? "–" : ((vocabulary.predikatOrganisasi as Record<string, string>)[value] ?? value)) },
  ];
}
