"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { labelRoom } from "./graph-layout.ts";

const usual = 1.7;

/** Width by height of the room for nodes in an element, in steps of a fifth, so that small changes of the window do not move everything. */
export function useAspect(host: RefObject<HTMLElement | null>): number {
  const [aspect, setAspect] = useState(usual);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const free = { x: width - 2 * labelRoom.x, y: height - 2 * labelRoom.y };
      if (free.x > 0 && free.y > 0) setAspect(Math.min(2.6, Math.max(0.8, Math.round((5 * free.x) / free.y) / 5)));
    };
    measure();
    const resizing = new ResizeObserver(measure);
    resizing.observe(element);
    return () => resizing.disconnect();
  }, [host]);
  return aspect;
}
