export { default } from "@qinghao/config/vitest";
