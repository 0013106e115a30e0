import { listNotes } from "@teraju/contracts/daily-note";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useRhythmCopy } from "#copy/page/rhythm.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { outbox, useOutbox } from "../../sending.tsx";
import { useSession } from "../../session.ts";
import { faultOfNote, monthBeside, type NoteFault, type NoteWords, tidy, waitingNotes } from "./note.ts";
import { NoteFields, type Result } from "./NoteForm.tsx";
import { KeptNote, UnsentNote } from "./NoteItem.tsx";
import css from "./notes.module.css";

/**
 * One sentence a day or a week, kept at once; the month's notes below. The form works while the list has not come, or cannot. Whose
 * rumpun is not asked for notes reads that first, and finds the form behind one press.
 */
export default function NotesPage() {
  const { dailyNote: copy } = useCopy();
  const { today } = useSession();
  const [search] = useSearchParams();
  const asked = search.get("bulan");
  const month = asked !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) && asked <= today.slice(0, 7) ? asked : today.slice(0, 7);
  const notes = useQuery(apiQuery(listNotes, { query: { month } }));
  const results = notes.data?.results ?? [];
  const [words, setWords] = useState<NoteWords>({ day: today, text: "", lineId: null });
  const [isWriting, setWriting] = useState(false);
  const ritme = notes.data?.ritme ?? "harian";
  const isAsked = ritme === "harian" || ritme === "mingguan";
  return (
    <div className="stack">
      {ritme === "harian" ? <PageHeader tab={copy.tab} title={copy.title} sub={copy.private} /> : <OtherRhythm ritme={ritme} onWrite={isWriting ? null : () => setWriting(true)} />}
      {(isAsked || isWriting) && <NewNote {...{ words, setWords, results, today }} />}
      <ProblemAlert error={notes.error} />
      {notes.isPending && <Skeleton height={160} />}
      <Month {...{ month, today, results }} notes={notes.data?.notes ?? []} isKnown={notes.isSuccess && isAsked} onReopen={(next) => { setWriting(true); setWords(next); }} />
    </div>
  );
}

type OtherRhythmProps = { ritme: "mingguan" | "bulanan" | "impor"; /** Null where the form stands open. */ onWrite: (() => void) | null };
/** The head of the page for a rumpun that notes by the week, or not at all. */
function OtherRhythm({ ritme, onWrite }: OtherRhythmProps) {
  const { dailyNote: copy } = useCopy();
  const words = useRhythmCopy();
  if (ritme === "mingguan") return <PageHeader tab={copy.tab} title={words.titleWeek} sub={copy.private} />;
  return (
    <>
      <PageHeader tab={copy.tab} title={words.titleFree} sub={words.free[ritme]} />
      <p className="small quiet">{words.basis}</p>
      <div className="row">
        <LinkButton to={paths.reports}>{words.toReport}</LinkButton>
        {onWrite !== null && <Button kind="quiet" onClick={onWrite}>{words.writeAnyway}</Button>}
      </div>
    </>
  );
}

type NewNoteProps = { words: NoteWords; setWords: (words: NoteWords) => void; results: readonly Result[]; today: string };
function NewNote({ words, setWords, results, today }: NewNoteProps) {
  const { dailyNote: copy } = useCopy();
  const [fault, setFault] = useState<NoteFault | null>(null);
  const [isSaved, setSaved] = useState(false);
  const { entries } = useOutbox();
  const isWaiting = entries.some((entry) => entry.endpoint === "addNote");
  const save = async () => {
    const found = faultOfNote(words, today);
    setFault(found);
    if (found !== null) return;
    const id = v7();
    await outbox.add({ endpoint: "addNote", recordId: id, version: null, input: { body: { ...words, id, text: tidy(words.text) } } });
    // The result stays chosen: the next sentence is often about the same work.
    setWords({ ...words, text: "", day: today });
    setSaved(true);
  };
  return (
    <Card>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <NoteFields
          {...{ words, results, today, fault }}
          onChange={(next) => {
            setWords(next);
            setFault(null);
            setSaved(false);
          }}
        />
        <Button type="submit" kind="primary" isWide>
          {copy.save}
        </Button>
        <p role="status" className="small quiet">
          {isSaved && (isWaiting ? copy.savedHere : copy.savedThere)}
        </p>
      </form>
    </Card>
  );
}

type MonthProps = { month: string; today: string; results: readonly Result[]; notes: Parameters<typeof waitingNotes>[2]; isKnown: boolean; onReopen: (words: NoteWords) => void };
function Month({ month, today, results, notes, isKnown, onReopen }: MonthProps) {
  const { dailyNote: copy, monthlyReport: { toEKinerja } } = useCopy();
  const format = useFormat();
  const { entries } = useOutbox();
  const waiting = waitingNotes(entries, month, notes);
  const count = waiting.length + notes.length;
  const name = format.monthYear(month);
  const reopen = (note: (typeof waiting)[number]) => {
    onReopen({ day: note.day, text: note.text, lineId: note.lineId });
    void outbox.discard((entry) => entry.id === note.entry.id || entry.recordId === note.id);
  };
  return (
    <>
      {count > 0 && (
        <Card title={copy.listTitle(name)} sub={copy.count(count)}>
          <ul className={css["list"]}>
            {waiting.map((note) => (
              <UnsentNote key={note.id} {...{ note, results }} onReopen={() => reopen(note)} />
            ))}
            {notes.map((note) => (
              <KeptNote key={note.id} {...{ note, results, today }} />
            ))}
          </ul>
          {notes.length > 0 && <LinkButton kind="quiet" to={to(paths.reportCopy, { bulan: month })}>{toEKinerja}</LinkButton>}
        </Card>
      )}
      {count === 0 && isKnown && <EmptyState title={copy.empty(name)}>{copy.emptyText}</EmptyState>}
      <nav className={css["months"]} aria-label={copy.listTitle(name)}>
        <LinkButton kind="quiet" to={to(paths.notes, {}, { bulan: monthBeside(month, -1) })}>
          {copy.previous(format.monthYear(monthBeside(month, -1)))}
        </LinkButton>
        {month < today.slice(0, 7) && (
          <LinkButton kind="quiet" to={to(paths.notes, {}, { bulan: monthBeside(month, 1) })}>
            {copy.previous(format.monthYear(monthBeside(month, 1)))}
          </LinkButton>
        )}
      </nav>
    </>
  );
}
