import { type RefObject, useEffect, useRef } from "react";
import { useGlViewer } from "./use-gl-viewer.ts";
import type { Viewer3dMoves } from "./viewer3d-keys.ts";
import { style3dmol, type Viewer3dStyle } from "./viewer3d-styles.ts";

type Options = {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly molblock: string | null;
  readonly style: Viewer3dStyle;
  readonly showHydrogens: boolean;
};

/** Shows `molblock` in one 3Dmol viewer on `host`; the library is loaded when the first structure arrives. */
export function useViewer3d({ host, molblock, style, showHydrogens }: Options) {
  const { viewer, state } = useGlViewer(host, molblock !== null);
  const shown = useRef<{ viewer: typeof viewer; molblock: string } | null>(null);

  useEffect(() => {
    if (viewer === null || molblock === null) return;
    const isNew = shown.current?.viewer !== viewer || shown.current.molblock !== molblock;
    if (isNew) {
      viewer.removeAllModels();
      viewer.addModel(molblock, "sdf", { keepH: true });
      shown.current = { viewer, molblock };
    }
    viewer.setStyle({}, style3dmol[style]);
    if (!showHydrogens) viewer.setStyle({ elem: "H" }, {});
    if (isNew) viewer.zoomTo();
    viewer.render();
  }, [viewer, molblock, style, showHydrogens]);

  const moves: Viewer3dMoves = {
    reset: () => {
      viewer?.zoomTo();
      viewer?.render();
    },
    turn: (axis, degrees) => viewer?.rotate(degrees, axis),
    zoom: (factor) => viewer?.zoom(factor),
  };
  return { state, moves };
}
