import type { listAccounts } from "@teraju/contracts/account";
import type { Output } from "@teraju/contracts/endpoint";
import type { Refusal } from "@teraju/contracts/problem";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAccountCopy } from "#copy/page/account.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import css from "./account.module.css";

export type Account = Output<typeof listAccounts>["accounts"][number];
type AccountTableProps = { accounts: readonly Account[]; onCode: (account: Account) => void; onState: (account: Account) => void };

export function AccountTable({ accounts, onCode, onState }: AccountTableProps) {
  const words = useAccountCopy();
  const { refusals } = useCopy();
  const reason = ([code]: readonly string[]) => (code === undefined ? null : refusals[code as Refusal]);
  const columns: readonly Column<Account>[] = [
    {
      key: "nama", label: words.name,
      cell: (account) => (
        <>
          {account.name}
          <span className={css["under"]}>{[account.login, words.ranks[account.rank]].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "unit", label: words.unit, isMinor: true, cell: (account) => account.unit ?? "–" },
    { key: "keadaan", label: words.state, cell: (account) => <State account={account} /> },
    { key: "perangkat", label: words.sessions, isFigure: true, isMinor: true, cell: (account) => account.sessions },
    {
      key: "tindakan", label: words.actions,
      cell: (account) => (
        <span className={css["buttons"]}>
          <Button isSmall aria-label={words.giveLabel(account.name)} refusal={reason(account.actions.code)} onClick={() => onCode(account)}>
            {words.give}
          </Button>
          <Button isSmall kind="quiet" refusal={reason(account.actions.state)} aria-label={account.isActive ? words.closeLabel(account.name) : words.reopenLabel(account.name)} onClick={() => onState(account)}>
            {account.isActive ? words.close : words.reopen}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Card>
      <Table caption={words.tab} columns={columns} rows={accounts} rowKey={(account) => account.personId} isDense />
    </Card>
  );
}

function State({ account: { isActive, state, codeExpiresAt } }: { account: Account }) {
  const words = useAccountCopy();
  const format = useFormat();
  if (!isActive) return <Badge kind="error">{words.states.closed}</Badge>;
  return (
    <>
      <Badge kind={state === "active" ? "good" : state === "code_given" ? "info" : "plain"}>{words.states[state]}</Badge>
      {state === "code_given" && codeExpiresAt !== null && <span className={css["under"]}>{words.codeUntil(format.moment(codeExpiresAt))}</span>}
    </>
  );
}
