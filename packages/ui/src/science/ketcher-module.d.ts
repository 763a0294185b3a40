declare module "ketcher-standalone/dist/binaryWasmNoRender" {
  export { StandaloneStructServiceProvider } from "ketcher-standalone";
}
