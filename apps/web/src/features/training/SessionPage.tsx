import { actOnPlace, listTrainings, readSessionPlaces } from "@teraju/contracts/development";
import type { Output } from "@teraju/contracts/endpoint";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";

type Place = Output<typeof readSessionPlaces>["places"][number];

/** Who was put forward for a session, who has a place, who came. */
export default function SessionPage() {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const { id = "" } = useParams();
  const { training, session, places } = useSuspenseQuery(apiQuery(readSessionPlaces, { params: { id } })).data;
  return (
    <div className="stack">
      <PageHeader tab={words.sessionTab} title={training.name} sub={`${words.sessionLine(format.date(session.firstDay), format.date(session.lastDay), session.place)} ${words.seats(session.taken, session.places)}`} />
      {places.length === 0 ? <EmptyState title={words.noPlaces} /> : places.map((place) => <PlaceCard key={place.id} place={place} hasEnded={session.hasEnded} />)}
    </div>
  );
}

function PlaceCard({ place, hasEnded }: { place: Place; hasEnded: boolean }) {
  const words = useDevelopmentCopy();
  const { refusals } = useCopy();
  const [certificate, setCertificate] = useState(place.certificate ?? "");
  const act = useMutation(apiMutation(actOnPlace, { invalidates: [readSessionPlaces, listTrainings] }));
  const send = (action: "accept" | "refuse" | "attend" | "absent") => act.mutate({ params: { id: place.id }, body: { version: place.version, action, certificate: action === "attend" ? certificate : null } });
  const refusal = (codes: readonly string[]) => (codes[0] === undefined ? null : refusals[codes[0] as Refusal]);
  const state = place.hasAttended === null ? words.place[place.status] : place.hasAttended ? words.came : words.absent;
  return (
    <Card title={place.person.name} sub={[place.person.jabatan, place.person.unit, words.nominatedBy(place.nominatedBy)].filter(Boolean).join(", ")} aside={<Badge kind={place.hasAttended === true ? "good" : "plain"}>{state}</Badge>}>
      <div className="stack-tight">
        {place.status === "nominated" && (
          <div className="row"><Button kind="primary" isBusy={act.isPending} refusal={refusal(place.actions.accept)} onClick={() => send("accept")}>{words.accept}</Button><Button refusal={refusal(place.actions.refuse)} onClick={() => send("refuse")}>{words.refuse}</Button></div>
        )}
        {place.status === "accepted" && hasEnded && (
          <>
            <TextInput label={words.certificate} isOptional maxLength={120} value={certificate} onChange={(event) => setCertificate(event.target.value)} />
            <div className="row"><Button kind="primary" isBusy={act.isPending} onClick={() => send("attend")}>{words.came}</Button><Button onClick={() => send("absent")}>{words.absent}</Button></div>
          </>
        )}
        <ProblemAlert error={act.error} />
      </div>
    </Card>
  );
}
