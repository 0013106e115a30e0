/** From this share of the planned time on the timer is amber. */
const AMBER = 0.8;

type Clock = readonly [minutes: string, seconds: string];
const two = (n: number): string => String(n).padStart(2, "0");
const clockOf = (seconds: number, pad: (n: number) => string): Clock => [pad(Math.floor(seconds / 60)), two(seconds % 60)];

/** What the timer says after so many ms of a turn of so many minutes. A clock behind its server says 0, never a negative time. */
export function spoken(elapsedMs: number, minutes: number): { clock: Clock; state: "calm" | "amber" | "over"; over: Clock | null } {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const planned = minutes * 60;
  const isOver = minutes > 0 && seconds > planned;
  return {
    clock: clockOf(seconds, two),
    state: isOver ? "over" : minutes > 0 && seconds >= planned * AMBER ? "amber" : "calm",
    over: isOver ? clockOf(seconds - planned, String) : null,
  };
}
