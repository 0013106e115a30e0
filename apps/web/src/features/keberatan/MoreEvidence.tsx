import { addKeberatanEvidence, type KeberatanView, readKeberatan } from "@teraju/contracts/keberatan";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { BasisItem } from "./BasisItem.tsx";
import { keyOf, useRowName } from "./words.ts";

/** More evidence for a claim, as long as the penilai has not explained. */
export function MoreEvidence({ shown: { id, version, claims }, more }: { shown: KeberatanView; more: NonNullable<KeberatanView["moreBasis"]> }) {
  const { more: words } = useKeberatanCopy();
  const rowName = useRowName();
  const [key, setKey] = useState(() => (claims[0] === undefined ? "" : keyOf(claims[0])));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const add = useMutation({ ...apiMutation(addKeberatanEvidence, { invalidates: [readKeberatan] }), onSuccess: () => { setChosen([]); setTried(false); } });
  const claim = claims.find((one) => keyOf(one) === key);
  if (more.length === 0 || claim === undefined) return null;
  const basis = more.filter((one) => chosen.includes(one.id)).map(({ kind, id: of }) => ({ kind, id: of }));
  const send = () => {
    setTried(true);
    if (basis.length > 0) add.mutate({ params: { id }, body: { version, aspect: claim.aspect, target: claim.target, basis } });
  };
  return (
    <Card title={words.title} sub={words.sub}>
      <div className="stack">
        {claims.length > 1 && <NativeSelect label={words.claim} value={key} options={claims.map((one) => ({ value: keyOf(one), label: rowName(one) }))} onChange={(event) => setKey(event.target.value)} />}
        <fieldset className="stack-tight">
          <legend className="visually-hidden">{words.title}</legend>
          {more.map((one) => <Checkbox key={one.id} label={<BasisItem item={one} />} checked={chosen.includes(one.id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, one.id] : chosen.filter((each) => each !== one.id))} />)}
        </fieldset>
        {isTried && basis.length === 0 && <p role="alert">{words.missing}</p>}
        <ProblemAlert error={add.error} />
        <div><Button isBusy={add.isPending} onClick={send}>{words.send}</Button></div>
      </div>
    </Card>
  );
}
