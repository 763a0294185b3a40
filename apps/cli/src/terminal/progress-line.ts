import { type Progress, progressOf } from "@qinghao/kernel";
import { type Language, type Sentence, say } from "./language.ts";

export type ProgressLine = {
  /** `total` is null where it is not known yet. */
  update(done: number, failed: number, total: number | null): void;
  /** Shows a state that was computed elsewhere. */
  show(progress: Progress, note?: string): void;
  /** Clears the line on a terminal. */
  clear(): void;
};

type Terminal = { write(text: string): unknown; isTTY?: boolean; columns?: number };

/** What is counted, in both languages. */
const molecules: Sentence = { en: "molecules", zh: "个分子" };

/** One line of progress on stderr: rewritten 4 times a second on a terminal, a new line every 5 s elsewhere. */
export function createProgressLine(
  out: Terminal,
  language: Language,
  now: () => number,
  things: Sentence = molecules,
): ProgressLine {
  const startedAt = now();
  const interval = out.isTTY ? 250 : 5000;
  let shownAt = startedAt - (out.isTTY ? interval : 0);
  const print = (progress: Progress, note?: string) => {
    const at = now();
    if (at - shownAt < interval) return;
    shownAt = at;
    const line = progressSentence(progress, language, things) + (note ? ` · ${note}` : "");
    out.write(out.isTTY ? `\r\u001b[2K${line.slice(0, (out.columns ?? 100) - 1)}` : `${line}\n`);
  };
  return {
    update: (done, failed, total) => print(progressOf(done, failed, total, now() - startedAt)),
    show: print,
    clear: () => {
      if (out.isTTY) out.write("\r\u001b[2K");
    },
  };
}

export function progressSentence(progress: Progress, language: Language, things: Sentence = molecules): string {
  const handled = count(progress.done + progress.failed);
  const rate = progress.perSecond === null ? "–" : count(Math.round(progress.perSecond));
  const of = progress.total === null ? "" : ` / ${count(progress.total)}`;
  const left = progress.secondsLeft === null ? null : duration(progress.secondsLeft);
  return say(language, {
    en: `${handled}${of} ${things.en}, ${rate}/s, ${count(progress.failed)} failed${left ? `, ${left} left` : ""}`,
    zh: `${handled}${of} ${things.zh}，${rate}/秒，失败 ${count(progress.failed)}${left ? `，剩余 ${left}` : ""}`,
  });
}

const count = (value: number): string => value.toLocaleString("en-US");

/** `8 s`, `3 min 05 s`, `1 h 20 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
