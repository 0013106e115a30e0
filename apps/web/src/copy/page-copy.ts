import { use } from "react";
import { useLanguage } from "./copy.tsx";

/**
 * Words of pages that are seldom the first one: they come with the page, not with the first load of every phone.
 * Indonesian is in the page's own script; English is fetched when somebody reads in English.
 * @returns a hook that gives the dictionary in the person's language. Waits (Suspense) for English, once.
 */
export function pageCopy<Words>(id: Words, loadEnglish: () => Promise<Words>): () => Words {
  let english: Promise<Words> | null = null;
  const ask = () => {
    english ??= loadEnglish().catch((error: unknown) => {
      // A lost signal must not make the page fail for the rest of the visit.
      english = null;
      throw error;
    });
    return english;
  };
  return function usePageCopy(): Words {
    const { language } = useLanguage();
    return language === "id" ? id : use(ask());
  };
}
