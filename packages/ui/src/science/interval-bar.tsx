import { classNames } from "../class-names.ts";

export type IntervalBarProps = {
  readonly prediction: {
    readonly value: number;
    readonly lo: number;
    readonly hi: number;
    readonly inDomain: boolean;
  } | null;
  /** Ends of the axis. */
  readonly range: readonly [number, number];
};

/** Where a value and its interval lie on the plausible range. The numbers stand beside it, so it is hidden from readers. */
export function IntervalBar({ prediction, range: [least, most] }: IntervalBarProps) {
  const place = (value: number) => Math.min(100, Math.max(0, (100 * (value - least)) / (most - least)));
  return (
    <div aria-hidden className="relative h-2 rounded-full bg-hover">
      {prediction !== null && (
        <>
          <div
            className={classNames(
              "absolute inset-y-0 rounded-full",
              prediction.inDomain ? "bg-accent/45" : "bg-warn/45",
            )}
            style={{ left: `${place(prediction.lo)}%`, right: `${100 - place(prediction.hi)}%` }}
          />
          <div
            className={classNames("absolute -inset-y-0.5 w-0.5", prediction.inDomain ? "bg-accent" : "bg-warn")}
            style={{ left: `calc(${place(prediction.value)}% - 1px)` }}
          />
        </>
      )}
    </div>
  );
}
