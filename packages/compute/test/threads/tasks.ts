export type Init = { readonly factor: number; readonly failStart?: boolean };

export type Task =
  | { readonly kind: "multiply"; readonly value: number; readonly waitMs?: number }
  | { readonly kind: "double-all"; readonly values: Float64Array<ArrayBuffer> }
  | { readonly kind: "thread" }
  | { readonly kind: "fail"; readonly known: boolean }
  | { readonly kind: "exit" }
  | { readonly kind: "throw-later" }
  | { readonly kind: "spin" }
  | { readonly kind: "sleep" };
