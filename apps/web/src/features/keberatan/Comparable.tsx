import type { KeberatanView } from "@teraju/contracts/keberatan";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Card } from "#ui/light/Card.tsx";
import css from "./keberatan.module.css";

/** Whether this penilai measures like others: three colleagues' results, without a name. */
export function Comparable({ comparable: { cases, least } }: { comparable: NonNullable<KeberatanView["comparable"]> }) {
  const { page: words } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  return (
    <Card title={words.comparable} sub={cases === null ? words.comparableFew(least) : words.comparableSub}>
      {cases !== null && (
        <ol className={css["cases"]}>
          {cases.map((one, index) => (
            // Cases have no id: that is the point of them.
            <li key={index}>
              <p className="small quiet">{words.case(index + 1)}</p>
              <p><b>{vocabulary.predikat[one.predikat]}</b></p>
              <p className="small">{words.caseRatings(vocabulary.ekspektasiShort[one.hasilKerja], vocabulary.ekspektasiShort[one.perilaku])}</p>
              <p className="small">{words.caseRows(one.rows.di_atas, one.rows.sesuai, one.rows.di_bawah)}</p>
              {one.indeks !== null && <p className="small quiet">{words.caseIndex(format.percent(one.indeks))}</p>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
