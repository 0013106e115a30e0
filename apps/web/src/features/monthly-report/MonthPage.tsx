import { useEffect } from "react";
import { useMatch } from "react-router-dom";
import { paths } from "../../paths.ts";
import { fetchCompressor } from "../../photo.ts";
import CheckPage from "./CheckPage.tsx";
import ReportPage from "./ReportPage.tsx";

const QUIET_MS = 3000;

/** Filling in and sending are one script: whoever has begun can finish without signal. What makes photos small comes a little later. */
export default function MonthPage() {
  useEffect(() => {
    const timer = setTimeout(() => void fetchCompressor().catch(() => undefined), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return useMatch(paths.reportCheck) === null ? <ReportPage /> : <CheckPage />;
}
