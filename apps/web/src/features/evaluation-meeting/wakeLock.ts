import { useEffect } from "react";

/** Keeps this screen from going dark while a meeting runs, where the browser can; taken anew after each look away. */
export function useWakeLock(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const take = () => {
      if (document.visibilityState !== "visible") return;
      // A device that saves its battery refuses: then its own setting rules.
      void navigator.wakeLock.request("screen").then((given) => (isOver ? void given.release() : void (lock = given)), () => undefined);
    };
    take();
    document.addEventListener("visibilitychange", take);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", take);
      void lock?.release();
    };
  }, [isWanted]);
}
