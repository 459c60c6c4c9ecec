/** What Microsoft's page shows now, in a sentence. */
import type { PageStateKind } from '@/utils/pages/security-info/state.ts';
import type { MessageKey } from '@/utils/platform/i18n.ts';

export type PageNow = PageStateKind | 'closed';

export const PAGE_NOW: Readonly<Record<PageNow, MessageKey>> = {
  closed: 'page_closed',
  elsewhere: 'page_elsewhere',
  unrecognised: 'page_unrecognised',
  list: 'page_list',
  picker: 'page_picker',
  name: 'page_name',
  creating: 'page_creating',
  result: 'page_result',
  failed: 'page_failed',
  'other-method': 'page_other_method',
  confirm: 'page_confirm',
  interrupted: 'page_interrupted',
};
