declare module "3dmol/build/3Dmol.es6-min.js" {
  export { createViewer, type GLViewer } from "3dmol";
}
