/** Every part of `ui/` in its states, for looking at while working: `vite`, then /gallery.html?lihat=desk|parts|peer|task|result|wall. Not in the build. */
import { createRoot } from "react-dom/client";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { CopyProvider, loadCopy, storedLanguage } from "../copy/copy.tsx";
import "../ui/styles/tokens.css";
import "../ui/styles/base.css";
import { DeskView } from "./DeskView.tsx";
import { PartsView } from "./PartsView.tsx";
import { PeerView } from "./PeerView.tsx";
import { ResultView, TaskView } from "./PhoneView.tsx";
import { WallView } from "./WallView.tsx";

const VIEWS = { desk: DeskView, parts: PartsView, peer: PeerView, task: TaskView, result: ResultView, wall: WallView };
const wanted = new URLSearchParams(location.search).get("lihat");
const View = VIEWS[wanted as keyof typeof VIEWS] ?? PartsView;

// Pictures are to show our own face, also on the first load.
await document.fonts.load('16px "Atkinson Hyperlegible Next Variable"');
const root = document.getElementById("root");
if (root) {
  const language = storedLanguage();
  createRoot(root).render(
    <CopyProvider language={language} initial={await loadCopy(language)}>
      <RouterProvider router={createMemoryRouter([{ path: "*", element: <View /> }], { initialEntries: ["/dasbor"] })} />
    </CopyProvider>,
  );
}
