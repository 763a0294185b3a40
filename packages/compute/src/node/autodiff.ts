import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

let enabled: Promise<void> | undefined;

/**
 * Makes `tf.variableGrads`, `tf.grad` and the optimisers' `minimize` work in this thread: TensorFlow.js keeps the
 * derivatives of its ops out of what Node loads. Costs about 0.5 s once; `trainDense` does without.
 */
export function enableAutodiff(): Promise<void> {
  enabled ??= load();
  return enabled;
}

async function load(): Promise<void> {
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-core");
  const folder = new URL("./", pathToFileURL(main)).href;
  // These modules are written for bundlers: their relative imports leave out the extension that Node asks for.
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith(".") && context.parentURL?.startsWith(folder) && !specifier.endsWith(".js")
        ? next(`${specifier}.js`, context)
        : next(specifier, context),
  });
  try {
    await import(/* @vite-ignore */ `${folder}register_all_gradients.js`);
  } finally {
    hooks.deregister();
  }
}
