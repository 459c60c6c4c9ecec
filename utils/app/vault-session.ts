/**
 * How long an unlocked vault stays unlocked. Deadlines are absolute times, judged at each use; a clock that
 * was moved back ends the session instead of prolonging it.
 */
import type { LockReason } from '../inventory/record-types.ts';

/** What stands in session storage while unlocked: text, in trusted contexts, gone with the browser. */
export interface Session {
  readonly vaultId: string;
  /** The data key, base64. */
  readonly key: string;
  /** All ms since 1970. */
  readonly seenAt: number;
  readonly idleUntil: number;
  readonly endsAt: number;
}

export type StoredSession =
  | { readonly kind: 'unlocked'; readonly session: Session }
  | { readonly kind: 'locked'; readonly because: LockReason | null };

const IDLE_MINUTES = 15;
/** What a person may choose from, unless a rule asks for less. */
const IDLE_CHOICES: readonly number[] = [1, 5, 15, 30, 60];
/** However busy the person is: after a working day the passphrase is asked for again. */
const LONGEST_MS = 12 * 3_600_000;
/** Clocks are set right by fractions of a second all the time. */
const CLOCK_SLACK_MS = 2_000;
/** Activity is written down no more often than this. */
const TOUCH_EVERY_MS = 10_000;

export function startSession(vaultId: string, key: string, now: number, idleMinutes: number): Session {
  const endsAt = now + LONGEST_MS;
  return { vaultId, key, seenAt: now, idleUntil: Math.min(now + idleMs(idleMinutes), endsAt), endsAt };
}

/** Why the session is over; `null` while it lasts. */
export function endOf(session: Session, now: number): LockReason | null {
  if (now < session.seenAt - CLOCK_SLACK_MS) return 'clock';
  if (now >= session.endsAt) return 'time-limit';
  return now >= session.idleUntil ? 'idle' : null;
}

/** The session after a sign of life; the same object when there is nothing to write down yet. */
export function touched(session: Session, now: number, idleMinutes: number): Session {
  if (endOf(session, now) || now - session.seenAt < TOUCH_EVERY_MS) return session;
  return withIdleMinutes(session, now, idleMinutes);
}

/** The session with another time for the automatic lock, which counts from now. */
export function withIdleMinutes(session: Session, now: number, idleMinutes: number): Session {
  return { ...session, seenAt: now, idleUntil: Math.min(now + idleMs(idleMinutes), session.endsAt) };
}

/** The session under a rule that came while it lasts, counted from the last sign of life; the same object when it is short enough. */
export function shortened(session: Session, longest: number | null): Session {
  const idleUntil = longest === null ? session.idleUntil : session.seenAt + idleMs(longest);
  return idleUntil < session.idleUntil ? { ...session, idleUntil } : session;
}

/** When to look again. */
export const nextDeadline = (session: Session): number => Math.min(session.idleUntil, session.endsAt);

/** What a person may choose from. @param longest minutes a rule allows at most; `null` for no such rule */
export function idleChoices(longest: number | null): readonly number[] {
  return longest === null ? IDLE_CHOICES : [...IDLE_CHOICES.filter((minutes) => minutes < longest), longest];
}

/** Minutes until the lock: anything that can't be chosen counts as the default, and no rule is outlasted. */
export function idleMinutesOf(stored: unknown, longest: number | null): number {
  const chosen = IDLE_CHOICES.find((minutes) => minutes === stored) ?? IDLE_MINUTES;
  return longest === null ? chosen : Math.min(chosen, longest);
}

const LONGEST_IDLE = 60;

/** What nobody can choose and no rule can ask for counts as the default. */
function idleMs(minutes: number): number {
  const isFine = Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= LONGEST_IDLE;
  return (isFine ? minutes : IDLE_MINUTES) * 60_000;
}

const REASONS: readonly LockReason[] = ['asked', 'idle', 'system', 'clock', 'time-limit'];

/** Anything that is not wholly a session is a locked vault. */
export function readSession(input: unknown): StoredSession {
  if (typeof input !== 'object' || input === null) return { kind: 'locked', because: null };
  const { vaultId, key, seenAt, idleUntil, endsAt, locked } = input as Record<string, unknown>;
  const isSession =
    typeof vaultId === 'string' &&
    typeof key === 'string' &&
    [seenAt, idleUntil, endsAt].every(Number.isFinite);
  if (isSession) {
    return {
      kind: 'unlocked',
      session: { vaultId, key, seenAt: Number(seenAt), idleUntil: Number(idleUntil), endsAt: Number(endsAt) },
    };
  }
  return { kind: 'locked', because: REASONS.find((reason) => reason === locked) ?? null };
}

/** Remembers why, until the browser closes. */
export const lockedSession = (because: LockReason): { readonly locked: LockReason } => ({ locked: because });

/**
 * Tells whether this page's wall clock was moved back, by a clock that only runs forward. Sleep makes the
 * wall clock gain, never lose.
 */
export function watchClock(wall: () => number, running: () => number): () => boolean {
  let lastWall = wall();
  let lastRunning = running();
  return () => {
    const nowWall = wall();
    const nowRunning = running();
    const lost = nowRunning - lastRunning - (nowWall - lastWall);
    lastWall = nowWall;
    lastRunning = nowRunning;
    return lost > CLOCK_SLACK_MS;
  };
}
