import type { GLViewer } from "3dmol";
import { type RefObject, useEffect, useState } from "react";

export type GlState = "loading" | "ready" | "no-webgl";

/** Keeps one 3Dmol viewer on `host` while it is wanted; the library is loaded when it is wanted for the first time. */
export function useGlViewer(
  host: RefObject<HTMLDivElement | null>,
  isWanted: boolean,
): { viewer: GLViewer | null; state: GlState } {
  const [viewer, setViewer] = useState<GLViewer | null>(null);
  const [state, setState] = useState<GlState>("loading");
  useEffect(() => {
    const element = host.current;
    if (!isWanted || element === null) return;
    let isGone = false;
    let created: GLViewer | null = null;
    let observer: ResizeObserver | null = null;
    void import("3dmol/build/3Dmol.es6-min.js").then(({ createViewer }) => {
      if (isGone) return;
      created = openViewer(createViewer, element);
      if (created === null) {
        setState("no-webgl");
        return;
      }
      observer = new ResizeObserver(() => created?.resize());
      observer.observe(element);
      setViewer(created);
      setState("ready");
    });
    return () => {
      isGone = true;
      observer?.disconnect();
      created?.clear();
      element.replaceChildren();
      setViewer(null);
      setState("loading");
    };
  }, [host, isWanted]);
  return { viewer, state };
}

type CreateViewer = typeof import("3dmol").createViewer;

function openViewer(createViewer: CreateViewer, element: HTMLElement): GLViewer | null {
  try {
    return createViewer(element, { antialias: true, backgroundAlpha: 0, backgroundColor: "white" }) ?? null;
  } catch {
    return null;
  }
}
