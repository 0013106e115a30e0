import { listAccounts, listLetters, printLetters } from "@teraju/contracts/account";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useAccountCopy } from "#copy/page/account.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { IconPrint } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import css from "./account.module.css";

type Opd = Output<typeof listLetters>["opds"][number];

/** Letters of a whole office, a heap at a time. The file goes to this machine once; the page says to print and delete it. */
export function Letters() {
  const { letters: words, ...account } = useAccountCopy();
  const format = useFormat();
  const { opds, perFile } = useSuspenseQuery(apiQuery(listLetters, {})).data;
  const [again, setAgain] = useState<Opd | null>(null);
  const [made, setMade] = useState<string | null>(null);
  // The codes must not lie in a cache: they leave with the answer.
  const print = useMutation({ ...apiMutation(printLetters, { invalidates: [listLetters, listAccounts] }), gcTime: 0 });
  const start = (opd: Opd, isAgain: boolean) => {
    setAgain(null);
    setMade(null);
    print.mutate({ params: { unitId: opd.id }, body: { again: isAgain } }, { onSuccess: (pdf) => { save(pdf, words.file(opd.name)); setMade(opd.name); } });
  };
  const waiting = opds.reduce((sum, { toPrint }) => sum + toPrint, 0);
  const busyAt = print.isPending ? print.variables.params.unitId : null;
  return (
    <>
      <PageHeader tab={account.views.letters} title={waiting === 0 ? words.allDone : words.title(format.number(waiting))} sub={words.sub(perFile)} />
      {made !== null && <Alert kind="good" isLive><p>{words.made(made)} {words.once}</p></Alert>}
      <ProblemAlert error={print.error} />
      {opds.length === 0 ? <EmptyState title={words.none} /> : (
        <Card>
          <Table caption={account.views.letters} rows={opds} rowKey={({ id }) => id} isDense columns={[
            { key: "opd", label: words.opd, cell: ({ name, elsewhere }) => <>{name}{elsewhere > 0 && <span className={css["under"]}>{words.elsewhere(elsewhere)}</span>}</> },
            { key: "pegawai", label: words.people, isFigure: true, isMinor: true, cell: ({ people }) => format.number(people) },
            { key: "masuk", label: words.withPassword, isFigure: true, isMinor: true, cell: ({ withPassword }) => format.number(withPassword) },
            { key: "beredar", label: words.codeGiven, isFigure: true, isMinor: true, cell: ({ codeGiven }) => format.number(codeGiven) },
            { key: "menunggu", label: words.toPrint, isFigure: true, sortBy: ({ toPrint }) => toPrint, cell: ({ toPrint }) => format.number(toPrint) },
            {
              key: "cetak", label: words.action,
              cell: (opd) => (
                <span className={css["buttons"]}>
                  {opd.toPrint > 0 && <Button isSmall icon={IconPrint} isBusy={busyAt === opd.id} aria-label={words.printOf(Math.min(opd.toPrint, perFile), opd.name)} onClick={() => start(opd, false)}>{words.print(Math.min(opd.toPrint, perFile))}</Button>}
                  {opd.codeGiven > 0 && <Button isSmall kind="quiet" aria-label={words.againOf(opd.name)} onClick={() => setAgain(opd)}>{words.again}</Button>}
                </span>
              ),
            },
          ]} />
        </Card>
      )}
      {again !== null && (
        <Dialog isOpen onClose={() => setAgain(null)} title={words.againTitle(again.name)} actions={<><Button kind="primary" onClick={() => start(again, true)}>{words.again}</Button><Button onClick={() => setAgain(null)}>{account.cancel}</Button></>}>
          <p>{words.againWarning}</p>
        </Dialog>
      )}
    </>
  );
}

function save(pdf: ArrayBuffer, name: string): void {
  const address = URL.createObjectURL(new Blob([pdf], { type: "application/pdf" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
