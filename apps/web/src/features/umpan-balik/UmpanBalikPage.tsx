import { listUmpanBalik, type UmpanBalikView } from "@teraju/contracts/umpan-balik";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { useUmpanBalikCopy } from "#copy/page/umpan-balik.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { call, queryKey } from "../../api.ts";
import { paths } from "../../paths.ts";
import { type Kind, NewForm } from "./NewForm.tsx";
import { ThreadCard } from "./ThreadCard.tsx";
import css from "./umpan-balik.module.css";

type Box = UmpanBalikView["box"];
const BOXES = ["to_me", "asked_of_me", "by_me", "asked_by_me"] as const satisfies readonly Box[];

/** Umpan balik to read, to answer, to ask for and to give. `?kotak=` filters, `?buat=beri|minta` opens the form, `?kepada=&nama=` names the person. */
export default function UmpanBalikPage() {
  const words = useUmpanBalikCopy();
  const [search, setSearch] = useSearchParams();
  const [sent, setSent] = useState<string | null>(null);
  const box = BOXES.find((one) => one === search.get("kotak"));
  const make = search.get("buat");
  const kind: Kind | null = make === "beri" || make === "minta" ? make : null;
  const [toId, toName] = [search.get("kepada"), search.get("nama")];
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    queryKey: [...queryKey(listUmpanBalik), "pages", box ?? "all"],
    queryFn: ({ pageParam, signal }) => call(listUmpanBalik, { query: { ...(box !== undefined && { box }), ...(pageParam !== null && { after: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = data.pages.flatMap((page) => page.items);
  const [{ unread, askedOfMe } = { unread: 0, askedOfMe: 0 }] = data.pages;
  const show = (more: Record<string, string>) => setSearch({ ...(box !== undefined && { kotak: box }), ...more }, { replace: true });
  const open = (what: Kind) => {
    setSent(null);
    show({ buat: what });
  };
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title(unread, askedOfMe)} sub={words.fixed} />
      {sent !== null && <Alert kind="good" isLive>{sent}</Alert>}
      {kind === null ? (
        <div className="row">
          <Button kind={unread + askedOfMe > 0 ? "secondary" : "primary"} onClick={() => open("minta")}>{words.ask}</Button>
          <Button onClick={() => open("beri")}>{words.give}</Button>
          <Link to={paths.peerForms}>{words.toPeer}</Link>
        </div>
      ) : (
        <NewForm
          key={kind} kind={kind} first={toId === null || toName === null ? null : { id: toId, name: toName }} onCancel={() => show({})}
          onDone={(name) => {
            setSent(kind === "beri" ? words.sentGive(name) : words.sentAsk(name));
            show({});
          }}
        />
      )}
      <Boxes current={box} waiting={{ to_me: unread, asked_of_me: askedOfMe }} />
      {items.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>
      ) : (
        <ul className={css["threads"]}>{items.map((thread) => <ThreadCard key={thread.id} thread={thread} />)}</ul>
      )}
      {hasNextPage && <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </div>
  );
}

/** Links, so that each view has its address; a number says where something waits, however far down it stands. */
function Boxes({ current, waiting }: { current: Box | undefined; waiting: Partial<Record<Box | "all", number>> }) {
  const words = useUmpanBalikCopy();
  return (
    <nav aria-label={words.boxesLabel}>
      <ul className={css["boxes"]}>
        {([undefined, ...BOXES] as const).map((box) => (
          <li key={box ?? "all"}>
            <Link to={box === undefined ? "?" : `?kotak=${box}`} aria-current={box === current ? "page" : undefined} replace preventScrollReset>
              {words.boxes[box ?? "all"]}
              {(waiting[box ?? "all"] ?? 0) > 0 && <> <span className={css["count"]}>{waiting[box ?? "all"]}</span><span className="visually-hidden"> {words.boxWaiting}</span></>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
