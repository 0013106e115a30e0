import type { CaseRow } from "@teraju/contracts/kalibrasi";
import { Link, useNavigate, useParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Card } from "#ui/light/Card.tsx";
import { classes } from "#ui/styles/classes.ts";
import { paths, to } from "../../paths.ts";
import css from "./kalibrasi.module.css";
import { useCell, useDragCase } from "./useDragCase.ts";
import { EKSPEKTASI, type Ekspektasi, useCaseName } from "./words.ts";

const COLUMNS = ["di_bawah", "sesuai", "di_atas"] as const;
type Place = { hasilKerja: Ekspektasi; perilaku: Ekspektasi };
type Move = (appraisalId: string, place: Place) => void;

/** The cases in the nine boxes of the quadrant. Laying one in another box opens its page with that proposal: dragging and menu do the same. */
export function Board({ cases }: { cases: readonly CaseRow[] }) {
  const { board: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const navigate = useNavigate();
  const { periode = "", unit = "" } = useParams();
  const move: Move = (appraisalId, { hasilKerja, perilaku }) => {
    const found = cases.find((one) => one.appraisalId === appraisalId);
    if (found === undefined || (found.now.hasilKerja === hasilKerja && found.now.perilaku === perilaku)) return;
    void navigate(to(paths.kalibrasiCase, { periode, unit, kasus: appraisalId }, { usul: `${hasilKerja},${perilaku}` }));
  };
  return (
    <Card title={words.title} sub={words.sub}>
      <table className={css["board"]}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr><td />{COLUMNS.map((perilaku) => <th key={perilaku} scope="col">{words.columns} {vocabulary.ekspektasiShort[perilaku]}</th>)}</tr>
        </thead>
        <tbody>
          {EKSPEKTASI.map((hasilKerja) => (
            <tr key={hasilKerja}>
              <th scope="row">{words.rows} {vocabulary.ekspektasiShort[hasilKerja]}</th>
              {COLUMNS.map((perilaku) => <Box key={perilaku} place={{ hasilKerja, perilaku }} cases={cases.filter(({ now }) => now.hasilKerja === hasilKerja && now.perilaku === perilaku)} onMove={move} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Box({ place, cases, onMove }: { place: Place; cases: readonly CaseRow[]; onMove: Move }) {
  const { board: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const { cell, isOver } = useCell((appraisalId) => onMove(appraisalId, place));
  return (
    <td ref={cell} className={classes(css["cell"], isOver && css["over"])} data-name={`${words.columns} ${vocabulary.ekspektasiShort[place.perilaku]}`}>
      {cases.length === 0 ? <span className="small quiet">{words.empty}</span> : <ul>{cases.map((one) => <Piece key={one.appraisalId} one={one} onMove={onMove} />)}</ul>}
    </td>
  );
}

/** A case that can be laid elsewhere, by hand or by its menu (WCAG 2.5.7). */
function Piece({ one, onMove }: { one: CaseRow; onMove: Move }) {
  const { board: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const caseName = useCaseName();
  const { periode = "", unit = "" } = useParams();
  // Until the evidence is read the case opens and nothing is proposed: that its page says.
  const isOff = one.actions.propose.some((refusal) => refusal !== "evidence_unread");
  const { piece, isDragged } = useDragCase(one.appraisalId, isOff);
  const name = caseName(one);
  const places = EKSPEKTASI.flatMap((hasilKerja) => COLUMNS.map((perilaku) => ({ hasilKerja, perilaku })));
  return (
    <li ref={piece} className={classes(css["piece"], isDragged && css["dragged"])}>
      <Link to={to(paths.kalibrasiCase, { periode, unit, kasus: one.appraisalId })}><b>{name}</b></Link>
      {!isOff && (
        <select aria-label={words.move(name)} value="" onChange={(event) => { const [hasilKerja, perilaku] = event.target.value.split(","); const place = places.find((each) => each.hasilKerja === hasilKerja && each.perilaku === perilaku); if (place !== undefined) onMove(one.appraisalId, place); }}>
          <option value="">{words.menu}</option>
          {places.map(({ hasilKerja, perilaku }) => <option key={`${hasilKerja},${perilaku}`} value={`${hasilKerja},${perilaku}`} disabled={one.now.hasilKerja === hasilKerja && one.now.perilaku === perilaku}>{words.cell(vocabulary.ekspektasiShort[hasilKerja], vocabulary.ekspektasiShort[perilaku])}</option>)}
        </select>
      )}
    </li>
  );
}
