import { type RefObject, useEffect, useMemo, useState } from "react";
import { useColourScheme } from "../use-colour-scheme.ts";
import { type GlState, useGlViewer } from "../use-gl-viewer.ts";
import type { Viewer3dMoves } from "../viewer3d-keys.ts";
import {
  type PocketResidue,
  type SceneParts,
  type ShownBox,
  type ShownContact,
  type ShownPose,
  type ShownReceptor,
  ViewerScene,
} from "./viewer-scene.ts";

export type PoseViewerState = GlState | "unreadable";

type Options = {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly receptor: ShownReceptor | "none" | null;
  readonly reference: string | null;
  readonly poses: readonly ShownPose[];
  readonly shown: string | null;
  readonly contacts: readonly ShownContact[];
  readonly pocket: readonly PocketResidue[];
  readonly box: ShownBox | null;
  readonly parts: SceneParts;
};

/** Keeps one 3Dmol viewer on `host` with a receptor that is built once and poses that take turns in it. */
export function usePoseViewer(options: Options) {
  const { host, receptor, reference, poses, shown, contacts, pocket, box, parts } = options;
  const scheme = useColourScheme();
  const gl = useGlViewer(host, receptor !== null);
  const { viewer } = gl;
  const [isUnreadable, setUnreadable] = useState(false);
  const scene = useMemo(() => (viewer === null ? null : new ViewerScene(viewer)), [viewer]);

  useEffect(() => {
    if (scene === null || receptor === null || receptor === "none") return;
    try {
      scene.setReceptor(receptor.text, receptor.format);
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  }, [scene, receptor]);

  useEffect(() => scene?.setReference(reference), [scene, reference]);
  useEffect(() => scene?.setPoses(poses), [scene, poses]);

  // The order matters: styles belong to models that the effects above have made.
  const hasReceptor = receptor !== null;
  const hasPoses = poses.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new receptor has to be styled
  useEffect(() => {
    if (scene === null || viewer === null) return;
    scene.styleReceptor(parts, scheme, hasPoses);
    viewer.render();
  }, [scene, viewer, parts, scheme, hasPoses, receptor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reference or list of poses has to be styled
  useEffect(() => {
    if (scene === null || viewer === null) return;
    scene.styleLigands(parts);
    viewer.render();
  }, [scene, viewer, parts, reference, poses]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new receptor has to be styled
  useEffect(() => {
    if (scene === null || viewer === null) return;
    scene.styleSite(parts, pocket);
    viewer.render();
  }, [scene, viewer, parts, pocket, receptor]);

  useEffect(() => {
    if (scene === null || viewer === null) return;
    scene.setContacts(parts.contacts ? contacts : [], scheme);
    viewer.render();
  }, [scene, viewer, contacts, parts.contacts, scheme]);

  useEffect(() => {
    if (scene === null || viewer === null) return;
    scene.setBox(box !== null && parts.box ? box : null, scheme);
    viewer.render();
  }, [scene, viewer, box, parts.box, scheme]);

  // Without a pose the known ligand is looked at, or the whole receptor; changing what is kept of it moves nothing.
  useEffect(() => {
    if (scene === null || viewer === null || !hasReceptor || hasPoses) return;
    scene.frame(reference !== null);
    viewer.render();
  }, [scene, viewer, hasReceptor, hasPoses, reference]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of poses has to be shown
  useEffect(() => {
    if (scene === null || viewer === null) return;
    let isGone = false;
    void scene.show(shown).then((isFirst) => {
      if (isGone) return;
      if (isFirst) scene.frame(true);
      viewer.render();
    });
    return () => {
      isGone = true;
    };
  }, [scene, viewer, shown, poses]);

  const moves: Viewer3dMoves = {
    reset: () => {
      scene?.frame(true);
      viewer?.render();
    },
    turn: (axis, degrees) => viewer?.rotate(degrees, axis),
    zoom: (factor) => viewer?.zoom(factor),
  };
  const state: PoseViewerState = isUnreadable ? "unreadable" : gl.state;
  return { state, moves };
}
