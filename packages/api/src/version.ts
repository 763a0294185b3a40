import manifest from "../package.json" with { type: "json" };

/** Version of the API and of the packages that it was built with. */
export const apiVersion: string = manifest.version;
