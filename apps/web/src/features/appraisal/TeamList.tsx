import type { readTeam } from "@teraju/contracts/appraisal";
import type { Output } from "@teraju/contracts/endpoint";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Badge } from "#ui/light/Alert.tsx";
import css from "./appraisal.module.css";

type Member = Output<typeof readTeam>["members"][number];
const LOOK = { unsaved: "attention", saved: "info", final: "good", not_judged: "plain" } as const;

/** Everyone whom the actor rates, with the state of the rating and of each month. */
export function TeamList({ members, chosenId }: { members: readonly Member[]; chosenId: string | null }) {
  const appraisal = useAppraisalCopy();
  return (
    <nav aria-label={appraisal.teamLabel}>
      <ul className={css["team"]}>
        {members.map((member) => (
          <li key={member.person.id}>
            <Link to={{ search: `?orang=${member.person.id}` }} className={css["member"]} aria-current={member.person.id === chosenId || undefined}>
              <span className={css["name"]}>
                {member.person.name} <Badge kind={LOOK[member.state]}>{appraisal.state[member.state]}</Badge>
              </span>
              <span className="small quiet">{member.person.jabatan}</span>
              <Months months={member.months} />
              {member.as === "atasan" && <span className="small quiet">{appraisal.asAtasan}</span>}
              {member.exempt !== null && <Exempt exempt={member.exempt} />}
              {member.note !== null && <span className="small quiet">{member.note}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Why nothing is rated: who is not rated is still on the list, so that nobody seems forgotten. */
function Exempt({ exempt: { kind, cuti, firstDay, lastDay, surat } }: { exempt: NonNullable<Member["exempt"]> }) {
  const { exempt: words } = useAppraisalCopy();
  const format = useFormat();
  const what = cuti === "cltn" ? words.cltn : words[kind];
  return (
    <span className="small">
      {words.since(what, format.date(firstDay), lastDay === null ? null : format.date(lastDay))} {surat !== null && words.letter(surat.nomor, format.date(surat.tanggal))}
    </span>
  );
}

export function Months({ months }: { months: Member["months"] }) {
  const appraisal = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const words = ({ kewajiban, status }: Member["months"][number]) => (kewajiban !== null && kewajiban !== "wajib_lapor" ? vocabulary.kewajiban[kewajiban] : status === null ? "" : vocabulary.monthlyReportStatus[status]);
  return (
    <span className={css["strip"]} aria-label={appraisal.months} role="group">
      {months.map((one) => (
        <span key={one.month} title={words(one)}>
          {format.shortMonth(one.month)} {one.capaian === null ? "–" : format.percent(Math.round(one.capaian))}
          <span className="visually-hidden"> {words(one)}</span>
        </span>
      ))}
    </span>
  );
}
