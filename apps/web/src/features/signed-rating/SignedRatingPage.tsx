import { confirmSignedRating, listSignedRatings, readSignedRating, readSignedRatingScan, returnSignedRating, type SignedRatingView, uploadSignedRatingScan } from "@teraju/contracts/signed-rating";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useSignedRatingCopy } from "#copy/page/signed-rating.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery, call, queryKey } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { forSending } from "../../photo.ts";
import { useSession } from "../../session.ts";
import { EntryForm } from "./EntryForm.tsx";

/** One rating of the Wali Kota on paper: what it says, its scan, and the second person's word. */
export default function SignedRatingPage() {
  const words = useSignedRatingCopy();
  const nameOf = usePeriodName();
  const format = useFormat();
  const { roles, person: me } = useSession();
  const { period = "", person = "" } = useParams();
  const view = useSuspenseQuery(apiQuery(readSignedRating, { params: { periodId: period, personId: person } })).data;
  const mayEnter = roles.includes("bkpsdm_analis") && view.paper?.status !== "confirmed";
  // Results are the analis's to open; of the head of BKPSDM those alone that they confirmed.
  const mayRead = roles.includes("bkpsdm_analis") || view.paper?.confirmedBy?.id === me.id;
  return (
    <div className="stack">
      <p><Link to={`${paths.signedRatings}?periode=${period}`}>{words.back}</Link></p>
      <PageHeader tab={words.tab} title={words.of(view.person.name, nameOf(view.period))} sub={words.signedBy(view.penilai.name)} />
      {view.resultId !== null && <Alert kind="good"><p>{words.done} {mayRead && <Link to={to(paths.result, { id: view.resultId })}>{words.result}</Link>}</p></Alert>}
      {view.paper?.returned && <Alert kind="attention" title={words.returnedBy(view.paper.returned.by, format.date(view.paper.returned.on))}><p>{view.paper.returned.reason}</p></Alert>}
      {mayEnter ? <EntryForm key={view.paper?.version ?? 0} view={view} /> : <Entry view={view} />}
      <Scan view={view} mayEnter={mayEnter} />
      {view.paper?.status === "entered" && view.isSecond && <><Confirm view={view} /><SendBack view={view} /></>}
    </div>
  );
}

function Entry({ view: { paper } }: { view: SignedRatingView }) {
  const words = useSignedRatingCopy();
  const format = useFormat();
  const { vocabulary } = useCopy();
  if (paper === null) return <Alert><p>{words.state.none}.</p></Alert>;
  return (
    <Card title={words.entry} sub={words.signed(format.date(paper.signedOn), paper.number)}>
      <p><b>{vocabulary.aspect.hasil_kerja}:</b> {vocabulary.ekspektasi[paper.hasilKerja]}. {paper.alasanHasilKerja}</p>
      <p><b>{vocabulary.aspect.perilaku}:</b> {vocabulary.ekspektasi[paper.perilakuKerja]}. {paper.alasanPerilaku}</p>
      <p className="quiet">{words.enteredBy(paper.enteredBy.name, format.date(paper.enteredOn))} {paper.confirmedBy !== null && paper.confirmedOn !== null && words.confirmedBy(paper.confirmedBy.name, format.date(paper.confirmedOn))}</p>
    </Card>
  );
}

function Scan({ view: { paper, period, person }, mayEnter }: { view: SignedRatingView; mayEnter: boolean }) {
  const words = useSignedRatingCopy();
  const client = useQueryClient();
  const params = { periodId: period.id, personId: person.id };
  const again = () => client.invalidateQueries({ queryKey: queryKey(readSignedRating) });
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const ready = await forSending(file);
      return call(uploadSignedRatingScan, { params, query: { title: ready.name.slice(0, 200) }, body: await ready.arrayBuffer() }, { contentType: ready.type });
    },
    onSuccess: again,
  });
  if (paper === null) return mayEnter ? <Card title={words.scan}><p className="quiet">{words.scanAfter}</p></Card> : null;
  const address = readSignedRatingScan.path.replace(":periodId", period.id).replace(":personId", person.id);
  return (
    <Card title={words.scan} sub={paper.scan?.title}>
      {/* Opening it is what the server remembers: a moment later the confirmation is free. */}
      {paper.scan !== null && <p><a href={address} download onClick={() => setTimeout(() => void again(), 1500)}>{words.seeScan}</a></p>}
      {mayEnter && (
        <FileInput label={words.scan} help={words.scanHelp} accept="application/pdf,image/jpeg,image/png" onPick={(file) => upload.mutate(file)} isDisabled={upload.isPending} />
      )}
      <ProblemAlert error={upload.error} />
    </Card>
  );
}

function Confirm({ view: { paper, period, person, actions } }: { view: SignedRatingView }) {
  const words = useSignedRatingCopy();
  const { refusals } = useCopy();
  const confirm = useMutation(apiMutation(confirmSignedRating, { invalidates: [readSignedRating, listSignedRatings] }));
  if (paper === null) return null;
  const [why] = actions.confirm;
  return (
    <Card title={words.confirm} sub={words.confirmSub}>
      <Button kind="primary" isBusy={confirm.isPending} refusal={why === undefined ? undefined : (refusals as Record<string, string>)[why]} onClick={() => confirm.mutate({ params: { periodId: period.id, personId: person.id }, body: { version: paper.version } })}>{words.confirmNow}</Button>
      <ProblemAlert error={confirm.error} />
    </Card>
  );
}

function SendBack({ view: { paper, period, person, actions } }: { view: SignedRatingView }) {
  const words = useSignedRatingCopy();
  const { refusals } = useCopy();
  const [reason, setReason] = useState("");
  const back = useMutation(apiMutation(returnSignedRating, { invalidates: [readSignedRating, listSignedRatings] }));
  if (paper === null) return null;
  const [why] = actions.return;
  const send = (event: FormEvent) => {
    event.preventDefault();
    back.mutate({ params: { periodId: period.id, personId: person.id }, body: { version: paper.version, reason: reason.trim() } });
  };
  return (
    <Card title={words.sendBack} sub={words.sendBackSub}>
      <form className="stack" onSubmit={send}>
        <Textarea label={words.sendBackReason} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><Button type="submit" isBusy={back.isPending} refusal={why === undefined ? (reason.trim() === "" ? words.needReason : undefined) : (refusals as Record<string, string>)[why]}>{words.sendBackNow}</Button></div>
        <ProblemAlert error={back.error} />
      </form>
    </Card>
  );
}
