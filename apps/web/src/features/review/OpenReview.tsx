import { Navigate, useParams } from "react-router-dom";
import { paths, to } from "../../paths.ts";

/** `/penilaian/:laporan`, the address in links: the queue with this report open, so that going from one to the next keeps the page. */
export default function OpenReview() {
  const { laporan = "" } = useParams();
  return <Navigate replace to={to(paths.reviewQueue, {}, { laporan })} />;
}
