/** The rehearsal page's stages as pictures for paper: the words that rehearsal.tsx draws, in their order, without what
 * no step needs (the way back, and app passwords that are there already). */
import type { GuideScreen } from '@/utils/helpdesk/guide-scenes.ts';
import type { Scene, ScenePart } from '@/utils/helpdesk/scene.ts';
import type { TargetName } from '@/utils/pages/security-info/state.ts';
import { firstStage, next, type Stage, type StageEvent } from './stage.ts';
import type { Words } from './words.ts';

type Say = (key: string) => string;

/** The way through the rehearsal, up to each screen. */
function stageAt(screen: GuideScreen, name: string): Stage {
  const way: Readonly<Record<GuideScreen, readonly StageEvent[]>> = {
    list: [],
    picker: [{ on: 'add' }],
    name: [{ on: 'app-password' }, { on: 'type', text: name }],
    result: [{ on: 'next' }, { on: 'created' }],
  };
  let stage = firstStage('smooth');
  for (const [at, events] of Object.entries(way)) {
    stage = events.reduce(next, stage);
    if (at === screen) break;
  }
  return stage;
}

/**
 * @param screen how far the person has come
 * @param target what the guide marks there
 * @param words Microsoft's labels in the picture's language
 * @param say the rehearsal's own messages in that language
 */
export function sceneOf(
  screen: GuideScreen,
  target: TargetName | null,
  name: string,
  words: Words,
  say: Say,
): Scene {
  const stage = stageAt(screen, name);
  const mark = (wanted: TargetName): Pick<ScenePart, 'isMarked'> =>
    wanted === target ? { isMarked: true } : {};
  switch (stage.screen) {
    case 'picker':
      return {
        isDialog: true,
        parts: [
          { is: 'heading', text: words('addDialogTitle') },
          { is: 'entry', text: 'Microsoft Authenticator', detail: say('rehearsal_other_method_detail') },
          {
            is: 'entry',
            text: words('appPassword'),
            detail: say('rehearsal_app_password_detail'),
            ...mark('app-password'),
          },
        ],
      };
    case 'name':
      return {
        isDialog: true,
        parts: [
          { is: 'heading', text: words('appPassword') },
          { is: 'field', text: stage.typed, detail: say('rehearsal_name'), ...mark('name-field') },
          { is: 'button', text: words('next'), ...mark('next') },
        ],
      };
    case 'result':
      return {
        isDialog: true,
        parts: [
          { is: 'heading', text: words('appPassword') },
          { is: 'secret', text: say('rehearsal_secret') },
          { is: 'button', text: words('done'), ...mark('done') },
        ],
      };
    default:
      return {
        isDialog: false,
        parts: [
          { is: 'heading', text: words('securityInfo') },
          { is: 'button', text: words('addMethodButton'), ...mark('add-method') },
          { is: 'row', text: 'Microsoft Authenticator', detail: say('rehearsal_this_phone') },
        ],
      };
  }
}
