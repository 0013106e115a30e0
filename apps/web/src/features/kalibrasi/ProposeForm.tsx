import { type KalibrasiCase, proposeKalibrasi, readKalibrasi, readKalibrasiCase } from "@teraju/contracts/kalibrasi";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router-dom";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { EKSPEKTASI, type Ekspektasi, isEkspektasi } from "./words.ts";

/** Shortest reason, as the server's standard has it by default; the server asks again. */
const SHORTEST = 20;

/** Other ratings with a reason. It names no predikat: that follows when the penilai sets it. */
export function ProposeForm({ one: { appraisalId, hasilKerja, perilaku, actions } }: { one: KalibrasiCase }) {
  const { propose: words } = useKalibrasiCopy();
  const { refusals, vocabulary } = useCopy();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { periode = "", unit = "" } = useParams();
  const [dropped, droppedOn] = (search.get("usul") ?? "").split(",");
  const [id] = useState(() => v7());
  const [results, setResults] = useState<Ekspektasi>(isEkspektasi(dropped) ? dropped : hasilKerja.rating);
  const [behaviour, setBehaviour] = useState<Ekspektasi>(isEkspektasi(droppedOn) ? droppedOn : perilaku.rating);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const send = useMutation({ ...apiMutation(proposeKalibrasi, { invalidates: [readKalibrasi, readKalibrasiCase] }), onSuccess: () => { void navigate(to(paths.kalibrasi, { periode, unit }, { lihat: "usul" })); } });
  const [blocked] = actions.propose;
  if (blocked === "not_unit_head") return null;
  if (blocked !== undefined) return <Card title={words.title}><Alert>{(refusals as Record<string, string>)[blocked]}</Alert></Card>;
  const isSame = results === hasilKerja.rating && behaviour === perilaku.rating;
  const isShort = reason.trim().length < SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isSame && !isShort) send.mutate({ params: { periodId: periode, unitId: unit }, body: { id, appraisalId, hasilKerja: results, perilaku: behaviour, reason } });
  };
  const options = EKSPEKTASI.map((value) => ({ value, label: vocabulary.ekspektasi[value] }));
  return (
    <Card title={words.title} sub={words.sub}>
      <form className="stack" onSubmit={submit} noValidate>
        <RadioGroup label={words.hasilKerja} options={options} value={results} error={isTried && isSame ? words.same : null} isInline onChange={setResults} />
        <RadioGroup label={words.perilaku} options={options} value={behaviour} isInline onChange={setBehaviour} />
        <Textarea label={words.reason} help={words.reasonHelp(SHORTEST)} value={reason} maxLength={2000} error={isTried && isShort ? words.tooShort(SHORTEST) : null} onChange={(event) => setReason(event.target.value)} />
        <ProblemAlert error={send.error} />
        <div><Button kind="primary" type="submit" isBusy={send.isPending}>{words.send}</Button></div>
      </form>
    </Card>
  );
}
