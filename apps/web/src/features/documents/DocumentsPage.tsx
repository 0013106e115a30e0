import { listDocuments, readDocumentScope } from "@teraju/contracts/documents";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router-dom";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { DocumentList } from "./DocumentList.tsx";
import { FindPerson } from "./FindPerson.tsx";
import { JobList } from "./JobList.tsx";
import { ToSign } from "./ToSign.tsx";
import { UnitForm } from "./UnitForm.tsx";

/** One's own official documents; who leads people, or receives their documents, finds theirs and makes a unit's together. `?orang=` holds whose. */
export default function DocumentsPage() {
  const words = useDocumentsCopy();
  const [search] = useSearchParams();
  const { person: me } = useSession();
  const asked = search.get("orang") ?? undefined;
  const { person, documents } = useSuspenseQuery(apiQuery(listDocuments, { query: { person: asked } })).data;
  const scope = useSuspenseQuery(apiQuery(readDocumentScope, {})).data;
  const isMine = person.id === me.id;
  const seat = [person.jabatan, person.unit].filter(Boolean).join(", ");
  return (
    <div className="stack reading">
      <PageHeader
        tab={words.tab}
        title={<Mark>{isMine ? words.title(documents.length) : words.titleOf(person.name, documents.length)}</Mark>}
        sub={isMine ? words.sub : seat}
        action={isMine ? scope.mayEditLetterhead && <LinkButton to={paths.letterhead}>{words.letterhead.open}</LinkButton> : <LinkButton to={paths.documents}>{words.toMine}</LinkButton>}
      />
      {isMine && <ToSign waiting={scope.toSign} me={me.id} />}
      {/* Who leads comes for the unit; one's own stand below. */}
      {isMine && scope.units.length > 0 && (
        <>
          <UnitForm scope={scope} />
          <JobList />
        </>
      )}
      {isMine && scope.mayFindPeople && <FindPerson />}
      {documents.length === 0 ? <EmptyState title={words.emptyHelp} /> : <DocumentList documents={documents} />}
    </div>
  );
}
