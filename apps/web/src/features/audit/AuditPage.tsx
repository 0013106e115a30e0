import { useAuditCopy } from "#copy/page/audit.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { type Tab, Tabs, useTab } from "#ui/work/Tabs.tsx";
import { Sample } from "./Sample.tsx";
import { Trail } from "./Trail.tsx";
import { VerifyCard } from "./VerifyCard.tsx";

type View = "jejak" | "sampel";

/** The auditor's page: is the trail whole, who did what, and do results come out the same again. `?lihat=` chooses. */
export default function AuditPage() {
  const words = useAuditCopy();
  const tabs: readonly [Tab<View>, ...Tab<View>[]] = [{ value: "jejak", label: words.views.jejak }, { value: "sampel", label: words.views.sampel }];
  const view = useTab("lihat", tabs);
  return (
    <div className="stack">
      <div className={view === "sampel" ? "no-print" : ""}>
        <PageHeader tab={words.tab} title={words.title} sub={words.sub} />
      </div>
      <Tabs param="lihat" tabs={tabs} label={words.viewsLabel} />
      {view === "jejak" ? (
        <>
          <VerifyCard />
          <Trail />
        </>
      ) : (
        <Sample />
      )}
    </div>
  );
}
