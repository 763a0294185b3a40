import { getTranslations } from "next-intl/server";
import { SystemPage } from "../../features/system/system-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("system");
  return { title: t("title") };
}

export default SystemPage;
