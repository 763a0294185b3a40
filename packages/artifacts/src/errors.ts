import { defineErrors } from "@qinghao/kernel";

/** Every failure of the artifact store. */
export const artifactsErrors = defineErrors("artifacts", {
  "key.invalid": {
    http: 422,
    retry: "never",
    user: "The artifact key is not valid: use letters, digits, dot, dash and underscore between slashes.",
    userZh: "存储键无效：斜杠之间只能使用字母、数字、点、短横线和下划线。",
  },
  "artifact.missing": {
    http: 404,
    retry: "never",
    user: "The stored file {key} is no longer there.",
    userZh: "存储的文件 {key} 已不存在。",
  },
  "artifact.corrupt": {
    http: 500,
    retry: "never",
    user: "The stored file {key} does not match its checksum. Restore it from a backup or create it again.",
    userZh: "存储的文件 {key} 与其校验和不符，请从备份恢复或重新生成。",
  },
  "store.full": {
    http: 503,
    retry: "later",
    user: "The disk that holds the files is full. Free some space; the work then continues by itself.",
    userZh: "存放文件的磁盘已满，请释放空间，之后任务会自动继续。",
  },
  "store.unavailable": {
    http: 503,
    retry: "later",
    user: "The folder that holds the files cannot be read or written ({reason}).",
    userZh: "存放文件的文件夹无法读写（{reason}）。",
  },
});
