import { listAccounts } from "@teraju/contracts/account";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useAccountCopy } from "#copy/page/account.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { Pager } from "#ui/work/Pager.tsx";
import { Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { Letters } from "./Letters.tsx";
import { AccountTable, type Account } from "./AccountTable.tsx";
import { CodeDialog } from "./CodeDialog.tsx";
import { StateDialog } from "./StateDialog.tsx";
import css from "./account.module.css";

type Asked = { what: "code" | "state"; account: Account };

/** Accounts and activation codes, nothing of anybody's work: one by one, or as letters of a whole office (`?lihat=surat`). */
export default function AccountPage() {
  const words = useAccountCopy();
  const tabs = [{ value: "akun", label: words.views.accounts }, { value: "surat", label: words.views.letters }] as const;
  const shown = useTab("lihat", tabs);
  return (
    <div className="stack">
      <Tabs param="lihat" tabs={tabs} label={words.viewsLabel} resets="setelah" />
      {shown === "surat" ? <Letters /> : <Accounts />}
    </div>
  );
}

/** `?cari=` finds, `?setelah=` turns the page. */
function Accounts() {
  const words = useAccountCopy();
  const format = useFormat();
  const [search] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const given = (name: string) => search.get(name) || undefined;
  const { accounts, next, counts } = useSuspenseQuery(apiQuery(listAccounts, { query: { q: given("cari"), after: given("setelah") } })).data;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title(format.number(counts.active), format.number(counts.neverUsed))} sub={`${words.sub}${counts.codeGiven > 0 ? ` ${words.codesOut(format.number(counts.codeGiven))}` : ""}`} />
      <Find />
      {done !== null && (
        <Alert kind="good" isLive>
          <p>{done}</p>
        </Alert>
      )}
      {accounts.length === 0 ? <EmptyState title={words.none}>{words.noneHelp}</EmptyState> : <AccountTable accounts={accounts} onCode={(account) => setAsked({ what: "code", account })} onState={(account) => setAsked({ what: "state", account })} />}
      <Pager next={next} param="setelah" label={words.tab} />
      {asked?.what === "code" && <CodeDialog account={asked.account} onClose={() => setAsked(null)} />}
      {asked?.what === "state" && (
        <StateDialog
          account={asked.account}
          onClose={() => setAsked(null)}
          onDone={(text) => {
            setAsked(null);
            setDone(text);
          }}
        />
      )}
    </div>
  );
}

function Find() {
  const words = useAccountCopy();
  const [search, setSearch] = useSearchParams();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const cari = String(new FormData(event.currentTarget).get("cari") ?? "").trim();
    setSearch(cari === "" ? {} : { cari });
  };
  return (
    <form role="search" className={css["find"]} onSubmit={submit}>
      <TextInput name="cari" type="search" label={words.search} defaultValue={search.get("cari") ?? ""} maxLength={80} autoComplete="off" />
      <Button type="submit" kind="primary">
        {words.find}
      </Button>
    </form>
  );
}
