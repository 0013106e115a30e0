import { listKeberatan } from "@teraju/contracts/keberatan";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./keberatan.module.css";
import { usePeriodName } from "./words.ts";

/** Every keberatan that one filed, explains or decides; those that wait first, each with its clock. */
export default function ListPage() {
  const { list: words, status: names } = useKeberatanCopy();
  const periodName = usePeriodName();
  const { items } = useSuspenseQuery(apiQuery(listKeberatan, { query: {} })).data;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title(items.filter((one) => one.status !== "decided").length)} sub={words.sub} />
      {items.length === 0 && <EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      <ul className={css["list"]}>
        {items.map((one) => (
          <li key={one.id}>
            <Link className={css["item"]} to={to(paths.keberatan, { id: one.id })}>
              <span className="row">
                <b>{words.item(one.pegawai, periodName(one.period))}</b> <Badge kind={one.status === "decided" ? "good" : "attention"}>{names[one.status]}</Badge>
              </span>
              <span className="quiet small">{words.as[one.as]}</span>
              {one.status !== "decided" && <DayClock clock={one.clock} />}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
