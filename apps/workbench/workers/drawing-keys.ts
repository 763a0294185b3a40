import type { DepictionRequest, ThumbnailRequest } from "./chemistry-protocol.ts";

/** Equal keys, equal pictures. */
export const depictionKey = ({ text, width, height, theme, bondLength, atomColours }: DepictionRequest): string =>
  `${theme}|${width}x${height}|${bondLength}|${text}|${atomColours === undefined ? "" : JSON.stringify(atomColours)}`;

export const thumbnailKey = (request: ThumbnailRequest): string =>
  `${request.pixelRatio}|${request.lineWidth}|${depictionKey(request)}`;
