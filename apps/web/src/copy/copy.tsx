import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState, useTransition } from "react";
import { formatter, type Format, type Language } from "./format.ts";
import { type Copy, id } from "./id.ts";

const STORED_UNDER = "teraju.language";

/** The language that this device chose; Indonesian where it chose none, or where storage is closed. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED_UNDER) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}

/** Indonesian is in the first load; English comes when somebody asks for it. */
export async function loadCopy(language: Language): Promise<Copy> {
  return language === "id" ? id : (await import("./en.ts")).en;
}

type Words = { copy: Copy; format: Format; language: Language; setLanguage: (language: Language) => void };
const CopyContext = createContext<Words>({ copy: id, format: formatter("id"), language: "id", setLanguage: () => undefined });

/** Gives words and formats to everything below. `initial` is what `loadCopy` answered for `language`. */
export function CopyProvider({ children, language: first = "id", initial = id }: { children: ReactNode; language?: Language; initial?: Copy }) {
  const [{ language, copy }, setWords] = useState({ language: first, copy: initial });
  const [, startTransition] = useTransition();
  const setLanguage = useCallback((wanted: Language) => {
    startTransition(async () => {
      const loaded = await loadCopy(wanted);
      startTransition(() => setWords({ language: wanted, copy: loaded }));
      try {
        localStorage.setItem(STORED_UNDER, wanted);
      } catch {
        // A closed storage forgets the choice at the next visit; nothing else is lost.
      }
    });
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const words = useMemo(() => ({ copy, format: formatter(language), language, setLanguage }), [copy, language, setLanguage]);
  return <CopyContext value={words}>{children}</CopyContext>;
}

/** The dictionary in the person's language. */
export const useCopy = (): Copy => use(CopyContext).copy;
/** Dates, months and figures in the person's language. */
export const useFormat = (): Format => use(CopyContext).format;
export const useLanguage = () => {
  const { language, setLanguage } = use(CopyContext);
  return { language, setLanguage };
};
