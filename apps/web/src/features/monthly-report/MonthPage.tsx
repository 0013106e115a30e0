import { useEffect } from "react";
import { listMyTindakLanjut } from "@teraju/contracts/tindak-lanjut";
import { usePrefetchQuery } from "@tanstack/react-query";
import { useMatch, useParams } from "react-router-dom";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { fetchCompressor } from "../../photo.ts";
import CheckPage from "./CheckPage.tsx";
import ReportPage from "./ReportPage.tsx";

const QUIET_MS = 3000;

/** Filling in and sending are one script: whoever has begun can finish without signal. What makes photos small comes a little later. */
export default function MonthPage() {
  const { bulan = "" } = useParams();
  // Asked for together with the report, so that the promises are there when it is drawn and push nothing away.
  usePrefetchQuery(apiQuery(listMyTindakLanjut, { query: { month: bulan } }));
  useEffect(() => {
    const timer = setTimeout(() => void fetchCompressor().catch(() => undefined), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return useMatch(paths.reportCheck) === null ? <ReportPage /> : <CheckPage />;
}
