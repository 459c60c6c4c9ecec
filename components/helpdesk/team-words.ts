/** A list that was handed over, in words: on screen, and as text for a ticket. */
import {
  isToRevoke,
  type TeamKey,
  type TeamList,
  type TeamListProblem,
  titleOf,
} from '@/utils/helpdesk/team-list.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { dayText } from '../day-text.ts';
import { stateText } from '../inventory/entry-words.ts';
import { numberText } from '../inventory/time.ts';

export const keyTitle = (key: TeamKey): string => titleOf(key) || t('inventory_untitled');

/** What stands under the title: the name at Microsoft, the day, the state unless it is simply in use. */
export function keyDetails(key: TeamKey): string {
  const { name, madeOn, account, state } = key;
  return [
    name && name !== keyTitle(key) && t('team_called', name),
    account !== null && t('team_account', account),
    madeOn !== null && t('team_made', dayText(madeOn)),
    state !== 'active' && stateText(state),
  ]
    .filter(Boolean)
    .join(' · ');
}

export const whyText = (why: TeamList['why']): string =>
  t(why === 'leaving' ? 'team_why_leaving' : 'team_why_device_replaced');

export function leftText(left: number): string {
  if (left === 0) return t('team_left_none');
  return left === 1 ? t('team_left_one') : t('team_left_many', numberText(left));
}

const PROBLEMS: Readonly<Record<TeamListProblem['why'], MessageKey>> = {
  'too-large': 'team_problem_too_large',
  'not-text': 'team_problem_not_text',
  'not-a-list': 'team_problem_not_a_list',
  newer: 'team_problem_newer',
  'too-many': 'team_problem_too_many',
  cut: 'team_problem_cut',
  'bad-line': 'team_problem_bad_line',
};

export function problemText(problem: TeamListProblem): string {
  return t(PROBLEMS[problem.why], ...(problem.why === 'bad-line' ? [numberText(problem.line)] : []));
}

export interface OpenList {
  /** Counts up; two files may say the same. */
  readonly id: number;
  readonly fileName: string;
  readonly list: TeamList;
  /** Places in the list that are ticked off. */
  readonly done: ReadonlySet<number>;
}

export const listTitle = ({ list, fileName }: Pick<OpenList, 'list' | 'fileName'>): string =>
  list.from || fileName;

/** How many still have to be revoked. */
export const leftIn = ({ list, done }: Pick<OpenList, 'list' | 'done'>): number =>
  list.keys.filter((key, at) => isToRevoke(key) && !done.has(at)).length;

export function listsAsText(lists: readonly OpenList[]): string {
  return lists
    .map((open) => {
      const { list, done } = open;
      const head = `${listTitle(open)}: ${whyText(list.why)}, ${dayText(list.madeOn)}. ${leftText(leftIn(open))}`;
      const lines = list.keys.map((key, at) => {
        const mark = done.has(at) || !isToRevoke(key) ? '[x]' : '[ ]';
        return [`${mark} ${keyTitle(key)}`, keyDetails(key)].filter(Boolean).join(' · ');
      });
      return [head, ...lines].join('\n');
    })
    .join('\n\n');
}
