/** An entry's values as words, and the order of the choices. */
import { daysLeftText, dayText } from '@/components/day-text.ts';
import type { Entry, EntryState, HistoryEvent, MadeOn } from '@/utils/inventory/entry.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import type { Due } from './find.ts';
import { numberText } from './time.ts';

const STATE_WORDS: Readonly<Record<EntryState, MessageKey>> = {
  active: 'inventory_state_active',
  rotating: 'inventory_state_rotating',
  'old-still-valid': 'inventory_state_old_still_valid',
  revoked: 'inventory_state_revoked',
  lost: 'inventory_state_lost',
};

export const STATES = Object.keys(STATE_WORDS) as readonly EntryState[];

export const stateText = (state: EntryState): string => t(STATE_WORDS[state]);

export const purposeText = (purpose: Entry['purpose']): string =>
  t(purpose === 'send' ? 'inventory_purpose_send' : 'inventory_purpose_other');

export function madeOnText(madeOn: MadeOn): string {
  switch (madeOn.is) {
    case 'known':
      return dayText(madeOn.day);
    case 'estimated':
      return t('inventory_made_about', dayText(madeOn.day));
    case 'unknown':
      return t('inventory_made_unknown');
  }
}

/** "In 12 days", "3 days late". */
export function dueText(due: Due): string {
  if (due.days === -1) return t('inventory_due_late_one');
  return due.days < 0 ? t('inventory_due_late', numberText(-due.days)) : daysLeftText(due.days);
}

const EVENTS: Readonly<Record<HistoryEvent, MessageKey>> = {
  tagged: 'inventory_event_tagged',
  made: 'inventory_event_made',
  edited: 'inventory_event_edited',
  'password-kept': 'inventory_event_password_kept',
  'password-dropped': 'inventory_event_password_dropped',
  'rotation-started': 'inventory_event_rotation_started',
  replaced: 'inventory_event_replaced',
  'old-deleted': 'inventory_event_old_deleted',
  revoked: 'inventory_event_revoked',
  lost: 'inventory_event_lost',
  archived: 'inventory_event_archived',
  unarchived: 'inventory_event_unarchived',
  imported: 'inventory_event_imported',
  restored: 'inventory_event_restored',
};

export const eventText = (event: HistoryEvent): string => t(EVENTS[event]);

/** What an entry is called in sentences. */
export function entryTitle({ appName, device, name }: Pick<Entry, 'appName' | 'device' | 'name'>): string {
  const title = [appName, device].filter(Boolean).join(' · ');
  return title || name || t('inventory_untitled');
}

/** One field of an entry as a person reads it, for comparing two of them. A password is never shown. */
export function fieldText(entry: Omit<Entry, 'id' | 'history' | 'changedAt'>, field: keyof Entry): string {
  const nothing = t('inventory_nothing');
  switch (field) {
    case 'purpose':
      return purposeText(entry.purpose);
    case 'madeOn':
      return madeOnText(entry.madeOn);
    case 'rotateBy':
      return entry.rotateBy === null ? nothing : dayText(entry.rotateBy);
    case 'tags':
      return entry.tags.join(', ') || nothing;
    case 'isSensitive':
      return t(entry.isSensitive ? 'inventory_yes' : 'inventory_no');
    case 'isArchived':
      return t(entry.isArchived ? 'inventory_yes' : 'inventory_no');
    case 'state':
      return stateText(entry.state);
    case 'replacing':
      return entry.replacing?.oldName || nothing;
    case 'password':
      return t(entry.password === null ? 'inventory_password_none' : 'inventory_password_kept');
    case 'appId':
    case 'appName':
      return entry.appName || nothing;
    case 'account':
    case 'device':
    case 'name':
    case 'reason':
    case 'note':
      return entry[field] || nothing;
    case 'id':
    case 'history':
    case 'changedAt':
      return nothing;
  }
}
