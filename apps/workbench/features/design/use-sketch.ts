"use client";

import type { WireError } from "@qinghao/kernel";
import type { SketcherHandle } from "@qinghao/ui/sketcher";
import { useCallback, useRef, useState } from "react";
import { pageWorkers } from "../../workers/page-workers.ts";
import { asWireError, isAbort } from "../../workers/rpc.ts";

export type Sketch = {
  /** What is drawn, as a molblock, or the SMILES that the editor is about to show; null: nothing. */
  readonly text: string | null;
  /** Why the last pasted text could not be drawn. */
  readonly pasteError: WireError | null;
  /** Replaces the drawing by a pasted SMILES or molblock. */
  load(text: string): Promise<boolean>;
  onEditorReady(handle: SketcherHandle): void;
  onEditorChange(molblock: string | null): void;
};

/**
 * The drawing is the one truth: pasted text is laid out in the worker, put into the editor and comes back as a change,
 * so that undo covers it. Its results need not wait for the editor: the text itself is analysed at once, also while the
 * editor is still loading.
 */
export function useSketch(initial: string | null): Sketch {
  const [text, setText] = useState(initial);
  const [pasteError, setPasteError] = useState<WireError | null>(null);
  const editor = useRef<SketcherHandle | null>(null);
  const waiting = useRef(initial);

  const draw = useCallback(async (structure: string, handle: SketcherHandle) => {
    try {
      const params = { text: structure };
      const laidOut = await pageWorkers().chemistry.call("layout", params, { latest: "layout" });
      setText(structure);
      await handle.setStructure(laidOut.structure);
      setPasteError(null);
      return true;
    } catch (error) {
      if (!isAbort(error)) setPasteError(asWireError(error));
      return false;
    }
  }, []);

  const load = useCallback(
    async (structure: string) => {
      if (editor.current !== null) return draw(structure, editor.current);
      waiting.current = structure;
      setText(structure);
      return true;
    },
    [draw],
  );

  const onEditorReady = useCallback(
    (handle: SketcherHandle) => {
      editor.current = handle;
      const structure = waiting.current;
      waiting.current = null;
      if (structure !== null) void draw(structure, handle);
    },
    [draw],
  );

  const onEditorChange = useCallback((molblock: string | null) => {
    if (waiting.current === null) setText(molblock);
  }, []);

  return { text, pasteError, load, onEditorReady, onEditorChange };
}
