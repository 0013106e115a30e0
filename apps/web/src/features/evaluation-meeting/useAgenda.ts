import { type AgendaItem, editAgenda, type MeetingView, readMeeting } from "@teraju/contracts/evaluation-meeting";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call, queryKey } from "../../api.ts";
import { moved } from "./order.ts";

type Change = { order?: readonly string[]; minutes?: readonly { key: string; minutes: number }[]; isGrouped?: boolean; isExceptionsOnly?: boolean; isCascade?: boolean };
/** Keys pressed one after the other become one request. */
const QUIET_MS = 500;
const isTurn = ({ kind }: AgendaItem): boolean => kind === "person" || kind === "unit";

/** The agenda as it stands on this screen: a moved line is there at once and with the server soon, in one request at a time. */
export function useAgenda(view: MeetingView) {
  const client = useQueryClient();
  const [change, setChange] = useState<Change | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef<Change | null>(null);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = queryKey(readMeeting, { params: { id: view.id } });

  async function send(): Promise<void> {
    const sent = latest.current;
    if (isSending.current || sent === null) return;
    isSending.current = true;
    try {
      const now = client.getQueryData<MeetingView>(key) ?? view;
      client.setQueryData(key, await call(editAgenda, { params: { id: view.id }, body: { version: now.version, ...settings(now), ...sent, order: [...(sent.order ?? ownOrder(now))], minutes: [...(sent.minutes ?? ownMinutes(now))] } }));
      if (latest.current === sent) become(null);
    } catch (problem) {
      become(null);
      setError(problem);
      void client.invalidateQueries({ queryKey: key });
    } finally {
      isSending.current = false;
      if (latest.current !== null && latest.current !== sent) void send();
    }
  }
  function become(next: Change | null): void {
    latest.current = next;
    setChange(next);
  }
  function add(more: Change): void {
    setError(null);
    become({ ...latest.current, ...more });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), QUIET_MS);
  }
  const items = shownItems(view.agenda.items, change);
  return {
    items, error, isSaving: change !== null,
    move: (from: number, to: number) => add({ order: moved(items.filter(isTurn).map((item) => item.key), from, to) }),
    setMinutes: (itemKey: string, minutes: number) => add({ minutes: [...(latest.current?.minutes ?? ownMinutes(view)).filter((one) => one.key !== itemKey), { key: itemKey, minutes }] }),
    set: add,
    /** The rule's order again. */
    reset: () => add({ order: [] }),
  };
}

const settings = ({ agenda: { isGrouped, isExceptionsOnly, isCascade } }: MeetingView) => ({ isGrouped, isExceptionsOnly, isCascade });
const ownOrder = ({ agenda: { isOwnOrder, items } }: MeetingView): string[] => (isOwnOrder ? items.filter(isTurn).map((item) => item.key) : []);
const ownMinutes = ({ agenda: { items } }: MeetingView) => items.filter(({ minutes, usualMinutes }) => minutes !== usualMinutes).map(({ key, minutes }) => ({ key, minutes }));

function shownItems(items: readonly AgendaItem[], change: Change | null): AgendaItem[] {
  const order = change?.order ?? [];
  const placed = order.length === 0 ? [...items] : placeTurns(items, order);
  return placed.map((item) => ({ ...item, minutes: change?.minutes?.find((one) => one.key === item.key)?.minutes ?? item.minutes }));
}

/** Opening and closing keep their places; the turns stand in the order asked for. */
function placeTurns(items: readonly AgendaItem[], order: readonly string[]): AgendaItem[] {
  const place = (item: AgendaItem) => { const at = order.indexOf(item.key); return at < 0 ? order.length : at; };
  const turns = items.filter(isTurn).sort((a, b) => place(a) - place(b));
  let at = 0;
  return items.map((item) => (isTurn(item) ? (turns[at++] ?? item) : item));
}
