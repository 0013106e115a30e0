import { readOrganisationUnit } from "@teraju/contracts/organisation";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { apiQuery } from "../../api.ts";
import type { Kept } from "./draft.ts";
import { PersonPicker, type Someone, UnitPicker } from "./pickers.tsx";
import { NEW_POST, PostInputs } from "./PostInputs.tsx";
import { type FormProps, StepFrame } from "./StepFrame.tsx";
import { draftPosts, fullName, postIn } from "./units.ts";

const NEW = "baru";
type Props = FormProps & { wish: { person?: Someone; postId?: string; postName?: string } };

/** Mutasi: who, to which unit, onto which post; the post may be made with it. What is known already is not asked. */
export function SeatForm({ wish, unit, units, steps, on, onAdd, onCancel }: Props) {
  const words = useOrganisationCopy();
  const [person, setPerson] = useState<Someone | null>(wish.person ?? null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [postId, setPostId] = useState<string | null>(wish.postId ?? null);
  const [post, setPost] = useState(NEW_POST);
  const target = units.find((unit) => unit.unitId === unitId);
  const { data } = useQuery({ ...apiQuery(readOrganisationUnit, { params: { unitId: unitId ?? "" }, query: { on } }), enabled: target !== undefined && target.isNew !== true });
  const choices = [
    ...(data?.unit?.unitId === unitId || target?.isNew === true ? (target?.isNew === true ? [] : (data?.posts ?? [])).map(({ id, name, holders }) => ({ value: id, label: name, help: holders.length === 0 ? words.vacant : words.heldBy(holders.slice(0, 3).map((one) => one.name).join(", ")) })) : []),
    ...(unitId === null ? [] : draftPosts(steps, unitId).map((one) => ({ value: one.postId, label: one.name, help: words.newUnit }))),
  ];
  const made = (): Kept[] | null => {
    if (person === null || postId === null) return null;
    const seat = (id: string, name: string): Kept => ({ step: { kind: "seat", personId: person.id, postId: id }, sentence: words.step.seat(person.name, name) });
    if (wish.postName !== undefined) return [seat(postId, postIn(wish.postName, fullName(units, unit)))];
    if (target === undefined) return null;
    if (postId !== NEW) return [seat(postId, postIn(choices.find(({ value }) => value === postId)?.label ?? "", fullName(units, target)))];
    const id = v7();
    const name = post.name.trim();
    return [{ step: { kind: "post", postId: id, unitId: target.unitId, ...post, name, jenjang: post.jenis === "fungsional" ? post.jenjang : null }, sentence: words.step.post(name, fullName(units, target)) }, seat(id, postIn(name, fullName(units, target)))];
  };
  return (
    <StepFrame made={made} onAdd={onAdd} onCancel={onCancel}>
      {wish.person === undefined ? <><p><b>{words.fillOf(wish.postName ?? "")}</b></p><PersonPicker on={on} value={person} onChange={setPerson} /></> : <p><b>{words.seatOf(wish.person.name)}</b></p>}
      {wish.postId === undefined && <UnitPicker label={words.toUnit} units={units} all={units} value={unitId} onChange={(id) => { setUnitId(id); setPostId(null); }} />}
      {wish.postId === undefined && target !== undefined && <RadioGroup label={words.toPost} value={postId} onChange={setPostId} options={[...choices, { value: NEW, label: words.newPost }]} />}
      {postId === NEW && <PostInputs post={post} onChange={setPost} />}
    </StepFrame>
  );
}
