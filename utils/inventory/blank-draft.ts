/** A tag nobody has written anything on; what is known is laid over it. */
import type { EntryDraft } from './record-types.ts';

export const BLANK_DRAFT: EntryDraft = {
  appId: null,
  appName: '',
  account: '',
  device: '',
  name: '',
  purpose: 'send',
  madeOn: { is: 'unknown' },
  rotateBy: null,
  reason: '',
  note: '',
  tags: [],
  isSensitive: false,
  state: 'active',
  replacing: null,
  isArchived: false,
  password: null,
};
