import { useCopy } from "#copy/copy.tsx";
import type { Copy } from "#copy/id.ts";
import { classes } from "../styles/classes.ts";
import css from "./QuadrantMatrix.module.css";

type Ekspektasi = keyof Copy["vocabulary"]["ekspektasi"];
type Predikat = keyof Copy["vocabulary"]["predikat"];
export type Cell = { hasilKerja: Ekspektasi; perilaku: Ekspektasi };
export type CellCount = Cell & { count: number };

const ROWS = ["di_atas", "sesuai", "di_bawah"] as const;
const COLUMNS = ["di_bawah", "sesuai", "di_atas"] as const;
/** The words printed in the official picture (PermenPANRB 6/2022, Lampiran IV.B.3). A legend only: a result always comes from the server. */
const PRINTED: Record<Ekspektasi, Record<Ekspektasi, Predikat>> = {
  di_atas: { di_bawah: "kurang", sesuai: "baik", di_atas: "sangat_baik" },
  sesuai: { di_bawah: "kurang", sesuai: "baik", di_atas: "baik" },
  di_bawah: { di_bawah: "sangat_kurang", sesuai: "butuh_perbaikan", di_atas: "butuh_perbaikan" },
};

type QuadrantMatrixProps = {
  /** Where the person stands. */
  you?: Cell;
  /** Somebody else reads it: the mark does not say "Anda". */
  isOfOther?: boolean;
  /** How many stand in each cell; cells left out have none. */
  counts?: readonly CellCount[];
  /** Makes the cells that are not empty into buttons. */
  onSelect?: (cell: Cell) => void;
  selected?: Cell | null;
  /** The title, for screen readers. */
  caption?: string;
};
const isSame = (a: Cell | null | undefined, b: Cell) => a?.hasilKerja === b.hasilKerja && a.perilaku === b.perilaku;

/** Hasil kerja upward, perilaku to the right, a predikat in each of nine cells. */
export function QuadrantMatrix({ you, isOfOther = false, counts, onSelect, selected, caption }: QuadrantMatrixProps) {
  const { parts, vocabulary } = useCopy();
  const short = vocabulary.ekspektasiShort;
  const rowName = (row: Ekspektasi, index: number) => (index === 0 ? `${parts.hasilKerja} ${short[row]}` : short[row]);
  return (
    <table className={css["matrix"]}>
      <caption className="visually-hidden">{caption ?? parts.matrixCaption}</caption>
      <tbody>
        {ROWS.map((hasilKerja, index) => (
          <tr key={hasilKerja}>
            <th scope="row">{rowName(hasilKerja, index)}</th>
            {COLUMNS.map((perilaku) => {
              const cell = { hasilKerja, perilaku };
              return <MatrixCell key={perilaku} cell={cell} mark={isSame(you, cell) ? (isOfOther ? parts.thisPerson : parts.you) : null} isSelected={isSame(selected, cell)} count={counts && countOf(counts, cell)} onSelect={onSelect} />;
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          {COLUMNS.map((perilaku, index) => (
            <th key={perilaku} scope="col">
              {index === 0 ? `${parts.perilaku} ${short[perilaku]}` : short[perilaku]}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

const countOf = (counts: readonly CellCount[], cell: Cell) => counts.find((each) => isSame(each, cell))?.count ?? 0;

type MatrixCellProps = { cell: Cell; mark: string | null; isSelected: boolean; count: number | undefined; onSelect: ((cell: Cell) => void) | undefined };

function MatrixCell({ cell, mark, isSelected, count, onSelect }: MatrixCellProps) {
  const { parts, vocabulary } = useCopy();
  const predikat = PRINTED[cell.hasilKerja][cell.perilaku];
  const word = vocabulary.predikat[predikat];
  const isPale = predikat === "kurang" || predikat === "baik" || predikat === "butuh_perbaikan";
  const look = classes(css["cell"], css[predikat], !isPale && "on-dark", mark !== null && css["you"], isSelected && css["selected"], count !== undefined && css["counted"]);
  const mayOpen = onSelect !== undefined && (count ?? 0) > 0;
  const inside = (
    <>
      <span>{word} </span>
      {mark !== null && <span className={css["marker"]}>{mark}</span>}
      {count !== undefined && <b className={css["count"]}>{count}</b>}
      {mayOpen && <span className="visually-hidden">{parts.showNames(count ?? 0)}</span>}
    </>
  );
  return (
    <td aria-current={mark !== null || undefined}>
      {mayOpen ? (
        <button type="button" className={look} aria-pressed={isSelected} onClick={() => onSelect(cell)}>
          {inside}
        </button>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </td>
  );
}
