import { readHome } from "@teraju/contracts/home";
import { listMyTindakLanjut, type TindakLanjutView } from "@teraju/contracts/tindak-lanjut";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { Tabs } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { PromiseWords } from "../../promises.tsx";
import { useSession } from "../../session.ts";
import { Answers } from "./Answers.tsx";
import { UnitHeader, UnitPromises } from "./UnitPromises.tsx";

/** The ledger: my own promises, and for who heads a unit those of its meetings. `?lihat=unit` */
export default function TindakLanjutPage() {
  const words = useTindakLanjutCopy();
  const { leads } = useSession();
  const [search] = useSearchParams();
  const mine = useSuspenseQuery(apiQuery(listMyTindakLanjut, { query: {} })).data;
  const isUnit = leads !== null && search.get("lihat") === "unit";
  return (
    <>
      {!isUnit && <PageHeader tab={words.tab} title={words.title(mine.open, mine.overdue)} />}
      {isUnit && <UnitHeader unitId={leads.id} />}
      {leads !== null && <Tabs param="lihat" label={words.tab} tabs={[{ value: "saya", label: words.mine, count: mine.open }, { value: "unit", label: words.unit }]} />}
      {isUnit ? <UnitPromises unitId={leads.id} /> : <Mine items={mine.items} />}
    </>
  );
}

function Mine({ items }: { items: readonly TindakLanjutView[] }) {
  const words = useTindakLanjutCopy();
  const format = useFormat();
  const { today } = useSession();
  // The report that is being written, which in the first days of a month is the one of the month before.
  const month = useQuery(apiQuery(readHome, {})).data?.report?.month ?? today.slice(0, 7);
  if (items.length === 0) return <EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>;
  return (
    <div className="stack reading">
      {items.map((item) => (
        <Card key={item.id}>
          <PromiseWords item={item} />
          <Answers item={item} />
          {item.status === "terbuka" && <span><LinkButton isSmall to={to(paths.report, { bulan: month })}>{words.inReport(format.month(month))}</LinkButton></span>}
        </Card>
      ))}
    </div>
  );
}
