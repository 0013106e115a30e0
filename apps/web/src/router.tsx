import { type ComponentType, Suspense } from "react";
import type { QueryClient } from "@tanstack/react-query";
import { createBrowserRouter, type LoaderFunctionArgs, redirect, type RouteObject, ScrollRestoration } from "react-router-dom";
import BareFrame from "./features/frame/BareFrame.tsx";
import { NotFoundPage, RouteError } from "./features/frame/RouteError.tsx";
import SignedInFrame, { type RouteHandle, ToStartPage } from "./features/frame/SignedInFrame.tsx";
import { ProblemError } from "./api.ts";
import { paths, to } from "./paths.ts";
import { sessionQuery } from "./session.ts";
import { PageSkeleton } from "./ui/light/Skeleton.tsx";

/** A page that is fetched when it is opened. The module's default export is the page. */
function page(path: string, load: () => Promise<{ default: ComponentType }>, handle: RouteHandle = {}): RouteObject {
  return { path, handle, lazy: async () => ({ Component: (await load()).default }), errorElement: <RouteError /> };
}

/** Pages for who is signed in: one line each. */
const pages: RouteObject[] = [
  page(paths.home, () => import("./features/home/HomePage.tsx")),
  page(paths.reports, () => import("./features/monthly-report/ReportListPage.tsx")),
  page(paths.report, () => import("./features/monthly-report/MonthPage.tsx"), { isTask: true }),
  page(paths.reportCheck, () => import("./features/monthly-report/MonthPage.tsx"), { isTask: true }),
  page(paths.skp, () => import("./features/skp/SkpPage.tsx")),
  page(paths.skpEdit, () => import("./features/skp/SkpEditPage.tsx"), { isTask: true }),
  page(paths.skpRead, () => import("./features/skp/SkpReadPage.tsx")),
  page(paths.teamSkp, () => import("./features/skp/TeamSkpPage.tsx")),
  page(paths.skpTemplates, () => import("./features/skp/TemplatesPage.tsx")),
  page(paths.fillTeamSkp, () => import("./features/skp/FillTeamPage.tsx")),
  page(paths.reportCopy, () => import("./features/e-kinerja/CopyMonthPage.tsx")),
  page(paths.skpCopy, () => import("./features/e-kinerja/CopySkpPage.tsx")),
  page(paths.notes, () => import("./features/daily-note/NotesPage.tsx")),
  page(paths.documents, () => import("./features/documents/DocumentsPage.tsx")),
  page(paths.letterhead, () => import("./features/documents/LetterheadPage.tsx")),
  page(paths.blindRating, () => import("./features/blind-rating/BlindRatingPage.tsx")),
  page(paths.results, () => import("./features/result/ResultsPage.tsx")),
  page(paths.result, () => import("./features/result/ResultPage.tsx")),
  page(paths.objection, () => import("./features/keberatan/FilePage.tsx"), { isTask: true }),
  page(paths.keberatanList, () => import("./features/keberatan/ListPage.tsx")),
  page(paths.keberatanWatch, () => import("./features/keberatan/WatchPage.tsx")),
  page(paths.keberatan, () => import("./features/keberatan/KeberatanPage.tsx")),
  page(paths.appraisal, () => import("./features/appraisal/AppraisalPage.tsx")),
  page(paths.organisation, () => import("./features/capaian-organisasi/CapaianOrganisasiPage.tsx")),
  page(paths.reviewQueue, () => import("./features/review/ReviewPage.tsx")),
  page(paths.review, () => import("./features/review/OpenReview.tsx")),
  page(paths.team, () => import("./features/review/TeamPage.tsx")),
  page(paths.umpanBalik, () => import("./features/umpan-balik/UmpanBalikPage.tsx")),
  page(paths.peerForms, () => import("./features/peer-input/PeerFormsPage.tsx")),
  page(paths.peerForm, () => import("./features/peer-input/PeerFormPage.tsx"), { isTask: true }),
  page(paths.peerChoice, () => import("./features/peer-input/ChoicePage.tsx")),
  page(paths.peerRelation, () => import("./features/peer-input/RelationPage.tsx")),
  page(paths.peerProof, () => import("./features/peer-input/ProofPage.tsx")),
  page(paths.peerResults, () => import("./features/peer-input/PeerResultsPage.tsx")),
  page(paths.peerCycle, () => import("./features/peer-cycle/PeerCyclePage.tsx")),
  page(paths.peerVerification, () => import("./features/peer-cycle/VerificationPage.tsx")),
  page(paths.mirror, () => import("./features/fairness/MirrorPage.tsx")),
  page(paths.warmUp, () => import("./features/fairness/WarmUpPage.tsx")),
  page(paths.fairness, () => import("./features/fairness/FairnessPage.tsx")),
  page(paths.fairnessUnit, () => import("./features/fairness/UnitFairnessPage.tsx")),
  page(paths.signal, () => import("./features/fairness/SignalPage.tsx")),
  page(paths.polaExplanation, () => import("./features/pola-explanation/PolaExplanationPage.tsx")),
  page(paths.kalibrasiList, () => import("./features/kalibrasi/KalibrasiListPage.tsx")),
  page(paths.kalibrasi, () => import("./features/kalibrasi/KalibrasiPage.tsx")),
  page(paths.kalibrasiCase, () => import("./features/kalibrasi/CasePage.tsx")),
  page(paths.method, () => import("./features/fairness/MethodPage.tsx")),
  page(paths.peerResult, () => import("./features/peer-input/PeerResultPage.tsx")),
  page(paths.development, () => import("./features/development/DevelopmentPage.tsx")),
  page(paths.developmentOf, () => import("./features/development/DevelopmentPage.tsx")),
  page(paths.developmentTeam, () => import("./features/development/TeamPage.tsx")),
  page(paths.konselingList, () => import("./features/konseling/KonselingListPage.tsx")),
  page(paths.konselingReports, () => import("./features/konseling/ReportsPage.tsx")),
  page(paths.konseling, () => import("./features/konseling/KonselingPage.tsx")),
  page(paths.training, () => import("./features/training/TrainingPage.tsx")),
  page(paths.trainingSession, () => import("./features/training/SessionPage.tsx")),
  page(paths.career, () => import("./features/careers/CareerPage.tsx")),
  page(paths.careerOf, () => import("./features/careers/CareerPage.tsx")),
  page(paths.careerFacts, () => import("./features/careers/FactsPage.tsx")),
  page(paths.readiness, () => import("./features/careers/ReadinessPage.tsx")),
  page(paths.talent, () => import("./features/careers/TalentPage.tsx")),
  page(paths.tpp, () => import("./features/careers/TppPage.tsx")),
  page(paths.standard, () => import("./features/standard/StandardPage.tsx")),
  page(paths.calendar, () => import("./features/calendar/CalendarPage.tsx")),
  page(paths.cycle, () => import("./features/cycle/CyclePage.tsx")),
  page(paths.cycleMonth, () => import("./features/cycle/CycleMonthPage.tsx")),
  page(paths.dashboard, () => import("./features/opd-dashboard/OpdDashboardPage.tsx")),
  page(paths.dashboardUnit, () => import("./features/opd-dashboard/OpdDashboardPage.tsx")),
  page(paths.personYear, () => import("./features/opd-dashboard/PersonYearPage.tsx")),
  page(paths.absences, () => import("./features/month-state/AbsencesPage.tsx")),
  page(paths.reportImport, () => import("./features/report-import/ReportImportPage.tsx")),
  page(paths.study, () => import("./features/appraisal/StudyPage.tsx")),
  page(paths.absence, () => import("./features/month-state/AbsencePage.tsx")),
  page(paths.myPenilai, () => import("./features/penilai-correction/MyPenilaiPage.tsx")),
  page(paths.imports, () => import("./features/people-import/ImportPage.tsx")),
  page(paths.importPreview, () => import("./features/people-import/PreviewPage.tsx")),
  page(paths.rekonsiliasi, () => import("./features/rekonsiliasi/RekonsiliasiPage.tsx")),
  page(paths.penilaiLines, () => import("./features/penilai-relation/RelationPage.tsx")),
  page(paths.penilaiLine, () => import("./features/penilai-relation/LinePage.tsx")),
  page(paths.organisationTree, () => import("./features/organisation/OrganisationPage.tsx")),
  page(paths.penilaiCorrections, () => import("./features/penilai-correction/QueuePage.tsx")),
  page(paths.city, () => import("./features/city-dashboard/CityDashboardPage.tsx")),
  page(paths.mayor, () => import("./features/mayor-page/MayorPage.tsx")),
  page(paths.audit, () => import("./features/audit/AuditPage.tsx")),
  page(paths.opdStart, () => import("./features/opd-start/OpdStartPage.tsx")),
  page(paths.signedRatings, () => import("./features/signed-rating/SignedRatingsPage.tsx")),
  page(paths.signedRating, () => import("./features/signed-rating/SignedRatingPage.tsx")),
  page(paths.setup, () => import("./features/setup/SetupPage.tsx")),
  page(paths.access, () => import("./features/access-roles/AccessPage.tsx")),
  page(paths.admin, () => import("./features/account/AccountPage.tsx")),
];

/** Pages of rapat evaluasi within the frame. */
const meetings: RouteObject[] = [
  page(paths.meetings, () => import("./features/evaluation-meeting/MeetingListPage.tsx")),
  page(paths.meetingPlan, () => import("./features/evaluation-meeting/PlanPage.tsx")),
  page(paths.meeting, () => import("./features/evaluation-meeting/MeetingPage.tsx")),
  page(paths.mySlide, () => import("./features/evaluation-meeting/MySlidePage.tsx"), { isTask: true }),
  page(paths.meetingJoin, () => import("./features/evaluation-meeting/ParticipantPage.tsx"), { isTask: true }),
  page(paths.meetingPaper, () => import("./features/evaluation-meeting/PaperPage.tsx")),
  page(paths.notulen, () => import("./features/evaluation-meeting/NotulenPage.tsx")),
  page(paths.tindakLanjut, () => import("./features/tindak-lanjut/TindakLanjutPage.tsx")),
];

/** Pages that take the whole screen: the projector, the leader's desk. */
const bare: RouteObject[] = [
  page(paths.meetingWall, () => import("./features/evaluation-meeting/WallPage.tsx")),
  page(paths.meetingLeader, () => import("./features/evaluation-meeting/LeaderPage.tsx")),
];

const Bare = () => (
  <Suspense fallback={<PageSkeleton />}>
    <BareFrame />
  </Suspense>
);

const Frame = () => (
  <Suspense fallback={<PageSkeleton />}>
    <SignedInFrame />
    {/* A page, and each step of a report, begins at its top; the way back leads to where one was. */}
    <ScrollRestoration />
  </Suspense>
);

/** Who is not signed in goes to the sign-in page, and comes back to the page that was asked for. */
const requireSession = (client: QueryClient) => async ({ request }: LoaderFunctionArgs) => {
  try {
    await client.ensureQueryData(sessionQuery);
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== "unauthenticated") throw error;
    const { pathname, search } = new URL(request.url);
    return redirect(to(paths.signIn, {}, pathname === paths.root ? {} : { kembali: `${pathname}${search}` }));
  }
};

export const routes = (client: QueryClient): RouteObject[] => [
  {
    HydrateFallback: PageSkeleton,
    errorElement: <RouteError />,
    children: [
      page(paths.signIn, () => import("./features/session/SignInPage.tsx")),
      page(paths.activate, () => import("./features/session/ActivatePage.tsx")),
      page(paths.verify, () => import("./features/evaluation-meeting/VerifyPage.tsx")),
      { Component: Bare, loader: requireSession(client), errorElement: <RouteError />, children: bare },
      { Component: Frame, loader: requireSession(client), errorElement: <RouteError />, children: [{ index: true, Component: ToStartPage }, ...pages, ...meetings, { path: "*", Component: NotFoundPage }] },
    ],
  },
];

export const createRouter = (client: QueryClient) => createBrowserRouter(routes(client));
