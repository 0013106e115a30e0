import { type LetterheadView, readLetterheadImage, readLetterheads, removeLetterheadImage, setLetterhead, setLetterheadImage } from "@teraju/contracts/documents";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type ChangeEvent, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery, call } from "../../api.ts";
import { paths } from "../../paths.ts";
import css from "./documents.module.css";

/** Kop naskah dinas of the city and its departments. `?unit=` holds which. */
export default function LetterheadPage() {
  const { letterhead: words } = useDocumentsCopy();
  const [search, setSearch] = useSearchParams();
  const { heads, images, mayEdit } = useSuspenseQuery(apiQuery(readLetterheads, {})).data;
  const shown = heads.find(({ unit }) => unit.id === search.get("unit")) ?? heads[0];
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title} sub={mayEdit ? words.sub : words.readOnly} action={<LinkButton to={paths.documents}>{words.back}</LinkButton>} />
      <NativeSelect label={words.unit} value={shown?.unit.id ?? ""} onChange={(event) => setSearch({ unit: event.target.value }, { replace: true, preventScrollReset: true })} options={heads.map(({ unit }) => ({ value: unit.id, label: unit.name }))} />
      {shown !== undefined && <Card title={shown.unit.name}><Words key={`${shown.unit.id} ${shown.version ?? 0}`} head={shown} mayEdit={mayEdit} /></Card>}
      <Card title={words.images} sub={words.imagesHelp}>
        <Lines>{(["daerah", "negara"] as const).map((slot) => <Picture key={slot} slot={slot} size={images.find((one) => one.slot === slot)?.sizeBytes ?? null} mayEdit={mayEdit} />)}</Lines>
      </Card>
    </div>
  );
}

function Words({ head: { unit, version, name, address, contact }, mayEdit }: { head: LetterheadView; mayEdit: boolean }) {
  const { letterhead: words } = useDocumentsCopy();
  const [draft, setDraft] = useState({ name: name ?? "", address: address ?? "", contact: contact ?? "" });
  const save = useMutation(apiMutation(setLetterhead, { invalidates: [readLetterheads] }));
  const printed = unit.isCity ? `Pemerintah ${unit.name}` : unit.name;
  const type = (field: keyof typeof draft) => (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setDraft({ ...draft, [field]: event.target.value });
  return (
    <form className={css["form"]} onSubmit={(event) => { event.preventDefault(); save.mutate({ params: { id: unit.id }, body: { version, ...draft } }); }}>
      <TextInput label={words.name} help={words.nameHelp(printed)} isOptional value={draft.name} onChange={type("name")} maxLength={120} readOnly={!mayEdit} />
      <Textarea label={words.address} isOptional value={draft.address} onChange={type("address")} maxLength={300} rows={2} readOnly={!mayEdit} />
      <Textarea label={words.contact} isOptional value={draft.contact} onChange={type("contact")} maxLength={300} rows={2} readOnly={!mayEdit} />
      <ProblemAlert error={save.error} />
      {version !== null && save.isIdle && <Alert kind="good">{words.saved}</Alert>}
      {mayEdit && <div><Button type="submit" kind="primary" isBusy={save.isPending}>{words.save}</Button></div>}
    </form>
  );
}

const MOST_BYTES = 512 * 1024;
type Slot = "daerah" | "negara";
function Picture({ slot, size, mayEdit }: { slot: Slot; size: number | null; mayEdit: boolean }) {
  const { letterhead: words } = useDocumentsCopy();
  const [isTooLarge, setTooLarge] = useState(false);
  const put = useMutation({
    mutationFn: async (file: File) => call(setLetterheadImage, { params: { slot }, body: await file.arrayBuffer() }, { contentType: file.type }), meta: { invalidates: [readLetterheads] },
  });
  const remove = useMutation(apiMutation(removeLetterheadImage, { invalidates: [readLetterheads] }));
  const choose = (file: File) => {
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) put.mutate(file);
  };
  return (
    <Line
      title={words.slots[slot]}
      sub={
        <>
          {size === null ? words.none : <img className={css["image"]} src={`${readLetterheadImage.path.replace(":slot", slot)}?${size}`} alt={words.slots[slot]} />}
          {isTooLarge && <Alert kind="attention">{words.tooLarge}</Alert>}
          <ProblemAlert error={put.error ?? remove.error} />
        </>
      }
      action={mayEdit && (
        <span className={css["files"]}>
          <FileInput label={<span className="visually-hidden">{words.chooseOf(words.slots[slot])}</span>} accept="image/png,image/jpeg" onPick={choose} isDisabled={put.isPending} />
          {size !== null && <Button isSmall kind="quiet" isBusy={remove.isPending} aria-label={words.removeOf(words.slots[slot])} onClick={() => remove.mutate({ params: { slot } })}>{words.remove}</Button>}
        </span>
      )}
    />
  );
}
