import type { ReactNode } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { LanguageSwitch } from "#ui/light/AppShell.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { useOnline } from "#ui/light/online.ts";
import { usePageTitle } from "#ui/light/PageHeader.tsx";
import css from "./session.module.css";

/** The page before anybody is known: one column, nothing to get lost in. */
export function EntryFrame({ title, intro, children, below }: { title: string; intro: string; children: ReactNode; below: ReactNode }) {
  const { frame } = useCopy();
  const format = useFormat();
  const isOnline = useOnline();
  usePageTitle(title);
  return (
    <div className={css["page"]} lang={format.language}>
      <header className={css["bar"]}>
        <p>{frame.product}</p>
      </header>
      <main className={css["main"]}>
        <div>
          <h1>{title}</h1>
          <p className="quiet">{intro}</p>
        </div>
        {!isOnline && <Alert kind="attention">{frame.offline}</Alert>}
        {children}
        <div className={css["below"]}>{below}</div>
        <LanguageSwitch />
      </main>
    </div>
  );
}
