import type { GLViewer } from "3dmol";
import { type RefObject, useEffect, useRef, useState } from "react";
import { style3dmol, type Viewer3dStyle } from "./viewer3d-styles.ts";

export type Viewer3dState = "loading" | "ready" | "no-webgl";
type Options = {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly molblock: string | null;
  readonly style: Viewer3dStyle;
  readonly showHydrogens: boolean;
};

/** Keeps one 3Dmol viewer on `host` and shows `molblock` in it; the library is loaded when the first structure arrives. */
export function useViewer3d({ host, molblock, style, showHydrogens }: Options) {
  const [viewer, setViewer] = useState<GLViewer | null>(null);
  const [state, setState] = useState<Viewer3dState>("loading");
  const shown = useRef<string | null>(null);
  const isWanted = molblock !== null;

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
      shown.current = null;
      setViewer(null);
      setState("loading");
    };
  }, [host, isWanted]);

  useEffect(() => {
    if (viewer === null || molblock === null) return;
    const isNew = shown.current !== molblock;
    if (isNew) {
      viewer.removeAllModels();
      viewer.addModel(molblock, "sdf", { keepH: true });
      shown.current = molblock;
    }
    viewer.setStyle({}, style3dmol[style]);
    if (!showHydrogens) viewer.setStyle({ elem: "H" }, {});
    if (isNew) viewer.zoomTo();
    viewer.render();
  }, [viewer, molblock, style, showHydrogens]);

  const resetView = () => {
    viewer?.zoomTo();
    viewer?.render();
  };
  const turn = (axis: "x" | "y", degrees: number) => {
    viewer?.rotate(degrees, axis);
  };
  const zoom = (factor: number) => {
    viewer?.zoom(factor);
  };
  return { state, resetView, turn, zoom };
}

type CreateViewer = typeof import("3dmol").createViewer;

function openViewer(createViewer: CreateViewer, element: HTMLElement): GLViewer | null {
  try {
    const viewer = createViewer(element, { antialias: true, backgroundAlpha: 0, backgroundColor: "white" });
    return viewer ?? null;
  } catch {
    return null;
  }
}
