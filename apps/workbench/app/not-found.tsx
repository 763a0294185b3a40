import { getTranslations } from "next-intl/server";
import { MissingPage } from "../features/frame/missing-page.tsx";

export default async function NotFound() {
  const t = await getTranslations("frame.notFound");
  return <MissingPage title={t("title")} advice={t("advice")} action={t("action")} />;
}
