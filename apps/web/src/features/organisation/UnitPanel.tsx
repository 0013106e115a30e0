import { type OrgStep, readOrganisationUnit } from "@teraju/contracts/organisation";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import type { Kept } from "./draft.ts";
import { StepForm, type Wish } from "./StepForm.tsx";
import { draftPosts, type DrawnUnit, fullName, postIn, trails, type Unit } from "./units.ts";
import css from "./organisation.module.css";

type Props = { unitId: string; on: string; units: readonly DrawnUnit[]; steps: readonly OrgStep[]; mayChange: boolean; onAdd: (steps: readonly Kept[]) => void };

/** What is in a unit on that day, and what can be done with it. A unit that only the draft has shows the draft's posts. */
export function UnitPanel({ unitId, on, units, steps, mayChange, onAdd }: Props) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const [wish, setWish] = useState<Wish | null>(null);
  // Asked for far below, beside one of many people: the fields come into sight, wherever the draft has pushed them.
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => { if (wish !== null) fields.current?.scrollIntoView({ block: "center" }); }, [wish]);
  const drawn = units.find((unit) => unit.unitId === unitId);
  const { data, error } = useQuery({ ...apiQuery(readOrganisationUnit, { params: { unitId }, query: { on } }), enabled: drawn?.isNew !== true });
  if (drawn?.isNew !== true && data === undefined) return error ? <ProblemAlert error={error} /> : <Skeleton height={320} />;
  const unit = drawn ?? data?.unit ?? null;
  const add = (made: readonly Kept[]) => { onAdd(made); setWish(null); };
  const posts = data?.posts ?? [];
  if (unit === null) return <Card title={data?.history[0]?.name ?? ""} sub={words.gone}><History history={data?.history ?? []} /></Card>;
  const isCity = unit.parentId === null;
  const form = wish !== null && <StepForm key={JSON.stringify(wish)} wish={wish} unit={unit} units={units} posts={posts} steps={steps} on={on} onAdd={add} onCancel={() => setWish(null)} />;
  const trail = trails(units)(unitId).toReversed().join(" › ");
  return (
    <>
      <Card title={unit.name} sub={words.unitSub(words.kinds[unit.kind], format.number(unit.people))}>
        {trail !== "" && <p className="quiet small">{trail}</p>}
        <p>{unit.head === null ? words.noHead : words.ledBy(words.titled(unit.head.kind, unit.head.name))}</p>
        {mayChange && (
          <div className="row" role="group" aria-label={words.actions}>
            {(isCity ? ["rename", "create", "post"] as const : ["rename", "move", "merge", "split", "close", "create", "post"] as const).map((kind) => <Button key={kind} isSmall aria-expanded={wish?.kind === kind} onClick={() => setWish(wish?.kind === kind ? null : { kind })}>{words[kind]}</Button>)}
            {!isCity && drawn?.isNew !== true && <LinkButton isSmall kind="quiet" to={`${paths.penilaiLines}?tampilan=plt`}>{words.acting}</LinkButton>}
          </div>
        )}
        <div ref={fields}>{form}</div>
      </Card>
      <Posts posts={posts} steps={steps} unitName={fullName(units, unit)} unitId={unitId} mayChange={mayChange} onWish={setWish} onAdd={add} />
      {data !== undefined && data.history.length > 0 && <Card title={words.history}><History history={data.history} /></Card>}
    </>
  );
}

type PostsProps = { posts: Unit["posts"]; steps: readonly OrgStep[]; unitId: string; unitName: string; mayChange: boolean; onWish: (wish: Wish) => void; onAdd: (made: readonly Kept[]) => void };
/** From so many people on a unit is searched, and so many lines stand in the page. */
const SEARCHED = 20;
const SHOWN = 60;

/** Posts that match, or of which a holder does: then those holders alone. */
function matching(posts: Unit["posts"], typed: string): Unit["posts"] {
  const has = (text: string) => text.toLocaleLowerCase("id").includes(typed.trim().toLocaleLowerCase("id"));
  return posts.flatMap((post) => {
    if (has(post.name)) return [post];
    const holders = post.holders.filter(({ name }) => has(name));
    return holders.length === 0 ? [] : [{ ...post, holders }];
  });
}

/** The first of them, until so many lines are full. */
function firstOf(posts: Unit["posts"]): Unit["posts"] {
  let room = SHOWN;
  return posts.flatMap((post) => {
    if (room <= 0) return [];
    const holders = post.holders.slice(0, room);
    room -= Math.max(1, holders.length);
    return [{ ...post, holders }];
  });
}

const linesOf = (posts: Unit["posts"]): number => posts.reduce((total, { holders }) => total + Math.max(1, holders.length), 0);

function Posts({ posts, steps, unitId, unitName, mayChange, onWish, onAdd }: PostsProps) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const [typed, setTyped] = useState("");
  const found = matching(posts, typed);
  const made = draftPosts(steps, unitId);
  // A unit without somebody on the post that leads it is in sight; other vacant posts are many in an old city.
  const held = found.filter(({ isHead, holders }) => isHead || holders.length > 0);
  const vacant = found.filter((post) => !held.includes(post));
  const shown = firstOf(held);
  const rest = linesOf(held) - linesOf(shown);
  const closes = (id: string) => steps.some((step) => step.kind === "closePost" && step.postId === id);
  const close = (id: string, name: string) => onAdd([{ step: { kind: "closePost", postId: id }, sentence: words.step.closePost(postIn(name, unitName)) }]);
  return (
    <Card title={words.posts(posts.length + made.length)}>
      {linesOf(posts) > SEARCHED && <TextInput type="search" label={words.searchInUnit} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
      <ul className={css["posts"]}>
        {shown.map((post) => <Post key={post.id} post={post} mayChange={mayChange && !closes(post.id)} onWish={onWish} onClose={close} />)}
        {made.map(({ postId, name, isHead }) => (
          <li key={postId}>
            <div className={css["holder"]}>
              <span>{isHead ? <b>{name}</b> : name} <Badge kind="info">{words.newUnit}</Badge></span>
              {mayChange && <Button isSmall aria-label={words.fillOf(name)} onClick={() => onWish({ kind: "seat", postId, postName: name })}>{words.fill}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {vacant.length > 0 && (
        <details className={css["more"]}>
          <summary>{words.vacantPosts(vacant.length)}</summary>
          <ul className={css["posts"]}>{vacant.slice(0, SHOWN).map((post) => <Post key={post.id} post={post} mayChange={mayChange && !closes(post.id)} onWish={onWish} onClose={close} />)}</ul>
          {vacant.length > SHOWN && <p className="quiet small">{words.moreHere(format.number(vacant.length - SHOWN))}</p>}
        </details>
      )}
      <div aria-live="polite">
        {found.length === 0 && typed !== "" && <p className="quiet">{words.found(0)}</p>}
        {rest > 0 && <p className="quiet small">{words.moreHere(format.number(rest))}</p>}
      </div>
    </Card>
  );
}

type PostProps = { post: Unit["posts"][number]; mayChange: boolean; onWish: (wish: Wish) => void; onClose: (postId: string, name: string) => void };
function Post({ post: { id, name, jenjang, isHead, from, until, holders }, mayChange, onWish, onClose }: PostProps) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const word = jenjang !== null && Object.hasOwn(words.jenjangWords, jenjang) ? words.jenjangWords[jenjang as keyof typeof words.jenjangWords] : null;
  const isNamed = word === null || name.toLowerCase().includes((jenjang ?? "").replace("_", " "));
  return (
    <li>
      <div className={css["holder"]}>
        <span>
          {isHead ? <b>{name}</b> : name}{isNamed ? "" : `, ${word}`}
          {(from !== null || until !== null) && <><br /><span className="quiet small">{from !== null && words.openSince(format.date(from))} {until !== null && words.closesOn(format.date(until))}</span></>}
        </span>
        {holders.length === 0 && (
          <span className="row">
            <Badge kind="attention">{words.vacant}</Badge>
            {mayChange && until === null && <Button isSmall aria-label={words.fillOf(name)} onClick={() => onWish({ kind: "seat", postId: id, postName: name })}>{words.fill}</Button>}
            {mayChange && until === null && <Button isSmall kind="quiet" aria-label={words.closePostOf(name)} onClick={() => onClose(id, name)}>{words.closePost}</Button>}
          </span>
        )}
      </div>
      {holders.map((holder) => (
        <div key={`${holder.id}${holder.kind}`} className={css["holder"]}>
          <span>
            {words.titled(holder.kind, holder.name)}<br />
            <span className="quiet small">{holder.penilai === null ? words.noPenilai : words.ratedBy(holder.penilai.name)} {holder.until === null ? words.since(format.date(holder.from)) : words.sinceUntil(format.date(holder.from), format.date(holder.until))}</span>
          </span>
          {mayChange && holder.kind === "definitif" && (
            <span className="row">
              <Button isSmall aria-label={words.seatOf(holder.name)} onClick={() => onWish({ kind: "seat", person: holder })}>{words.seat}</Button>
              <Button isSmall kind="quiet" aria-label={words.leaveOf(holder.name)} onClick={() => onWish({ kind: "leave", person: holder })}>{words.leave}</Button>
            </span>
          )}
        </div>
      ))}
    </li>
  );
}

function History({ history }: { history: Unit["history"] }) {
  const words = useOrganisationCopy();
  const format = useFormat();
  return (
    <Lines>
      {history.map(({ from, until, name, parent }) => <Line key={from} title={name} sub={`${until === null ? words.historyNow(format.date(from)) : words.historyLine(format.date(from), format.date(until))}${parent === null ? "" : `. ${words.under(parent)}`}`} />)}
    </Lines>
  );
}
