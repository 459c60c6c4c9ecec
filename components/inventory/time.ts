/** Instants and countdowns as people read them. */
import { useEffect, useState } from 'preact/hooks';
import { textLanguage } from '@/components/language.ts';

export { numberText } from '@/components/number-text.ts';

/** An ISO instant in the person's own zone; the text itself when it is none. */
export function instantText(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(textLanguage(), { dateStyle: 'long', timeStyle: 'short' }).format(date);
}

/** Only its day. */
export function instantDayText(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(textLanguage(), { dateStyle: 'long' }).format(date);
}

/** A time of day, by ms since 1970. */
export function timeText(time: number): string {
  return new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'medium' }).format(time);
}

/** Whole seconds left until a time in ms since 1970; 0 when it has come or there is none. */
export function useSecondsUntil(time: number | null): number {
  const [, tick] = useState(0);
  const left = time === null ? 0 : Math.max(0, Math.ceil((time - Date.now()) / 1000));
  const isCounting = left > 0;
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => tick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [isCounting]);
  return left;
}
