/**
 * QT interval corrected for heart rate, ms: QT / RR^(1/3), RR in seconds = 60 / heart rate per minute.
 * Source: Fridericia, Acta Medica Scandinavica 1920, doi 10.1111/j.0954-6820.1920.tb18266.x.
 */
export const qtcFridericia = (qtMs: number, heartRatePerMin: number): number => qtMs / Math.cbrt(60 / heartRatePerMin);

/** QT interval corrected for heart rate, ms: QT / sqrt(RR). Source: Bazett, Heart 1920;7:353-370. */
export const qtcBazett = (qtMs: number, heartRatePerMin: number): number => qtMs / Math.sqrt(60 / heartRatePerMin);
