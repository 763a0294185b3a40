"use client";

import { type ComponentType, useEffect, useState } from "react";
import { classNames } from "../class-names.ts";
import type { KetcherEditorProps, SketcherHandle } from "./ketcher-editor.tsx";
import { useScienceText } from "./science-text.ts";

export type { SketcherHandle };
export type SketcherProps = KetcherEditorProps & { readonly className?: string };

type Loaded =
  | { readonly state: "loading" | "failed" }
  | { readonly state: "ready"; Editor: ComponentType<KetcherEditorProps> };

/** The structure editor. Its code is fetched when it is first shown; the space is kept meanwhile. */
export function Sketcher({ className, onReady, ...props }: SketcherProps) {
  const text = useScienceText();
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const [isReady, setIsReady] = useState(false);

  useEffect(() => {
    let isGone = false;
    import("./ketcher-editor.tsx").then(
      ({ KetcherEditor }) => !isGone && setLoaded({ state: "ready", Editor: KetcherEditor }),
      () => !isGone && setLoaded({ state: "failed" }),
    );
    return () => {
      isGone = true;
    };
  }, []);

  return (
    <section
      aria-label={text.sketcher}
      className={classNames("qh-sketcher relative isolate overflow-hidden", className)}
    >
      {loaded.state === "ready" && (
        <loaded.Editor
          {...props}
          onReady={(handle) => {
            setIsReady(true);
            onReady(handle);
          }}
        />
      )}
      {!isReady && (
        <div
          role="status"
          className="absolute inset-0 z-10 flex flex-col items-center justify-center gap-3 bg-surface p-6 text-center text-sm text-ink-2"
        >
          {loaded.state === "failed" ? (
            text.sketcherFailed
          ) : (
            <>
              <span aria-hidden className="h-1 w-40 animate-pulse rounded-full bg-line-strong" />
              {text.sketcherLoading}
            </>
          )}
        </div>
      )}
    </section>
  );
}
