import { defineErrors } from "@qinghao/kernel";

/** Every failure this package reports. */
export const computeErrors = defineErrors("compute", {
  backend_unavailable: {
    http: 503,
    retry: "never",
    user: "The {backend} backend is not available here: {reason}",
    userZh: "此处无法使用 {backend} 后端：{reason}",
  },
  backend_failed: {
    http: 500,
    retry: "later",
    user: "The {backend} backend ({device}) failed while computing: {reason}",
    userZh: "{backend} 后端（{device}）计算时出错：{reason}",
  },
  backend_closed: {
    http: 500,
    retry: "never",
    user: "The {backend} backend was closed before this computation.",
    userZh: "{backend} 后端在本次计算之前已关闭。",
  },
  network_invalid: {
    http: 422,
    retry: "never",
    user: "The network cannot be evaluated: {reason}",
    userZh: "无法计算该网络：{reason}",
  },
  input_invalid: {
    http: 422,
    retry: "never",
    user: "The input does not fit the network: {reason}",
    userZh: "输入与网络不符：{reason}",
  },
  training_diverged: {
    http: 422,
    retry: "never",
    user: "Training diverged in epoch {epoch}: the loss is no longer a number. Lower the learning rate or check the features.",
    userZh: "训练在第 {epoch} 轮发散：损失不再是有效数值。请降低学习率或检查特征。",
  },
  thread_crashed: {
    http: 500,
    retry: "now",
    user: "A worker thread stopped while working: {reason}",
    userZh: "工作线程在运行中停止：{reason}",
  },
  thread_failed: {
    http: 500,
    retry: "never",
    user: "A task failed in a worker thread: {reason}",
    userZh: "工作线程中的任务失败：{reason}",
  },
  thread_init_failed: {
    http: 500,
    retry: "never",
    user: "Worker threads could not start: {reason}",
    userZh: "工作线程无法启动：{reason}",
  },
  thread_message_invalid: {
    http: 500,
    retry: "never",
    user: "A value cannot be sent between threads: {reason}",
    userZh: "该值无法在线程间传递：{reason}",
  },
  pool_closed: {
    http: 503,
    retry: "never",
    user: "The thread pool was closed before this task finished.",
    userZh: "线程池在此任务完成之前已关闭。",
  },
  cancelled: { http: 409, retry: "never", user: "The computation was cancelled.", userZh: "计算已取消。" },
});

/** The text of anything that was thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
