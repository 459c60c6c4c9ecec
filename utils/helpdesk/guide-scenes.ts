/**
 * The guide's own words for each step, for paper: what `advise` says when the page shows what it should.
 * So a hand-out can't say anything else than the card does.
 */
import { advise } from '../guide/advise.ts';
import type { CreateTask } from '../guide/task.ts';
import type { Sentence } from '../lib/sentence.ts';
import { knownLabel, type LabelKey } from '../pages/labels.ts';
import type { PageLabels, PageState, TargetName } from '../pages/security-info/state.ts';
import type { Scene } from './scene.ts';

/** The screens on the way, in order; what the last step leaves behind needs no picture. */
export const GUIDE_SCREENS = ['list', 'picker', 'name', 'result'] as const;
export type GuideScreen = (typeof GUIDE_SCREENS)[number];

export interface GuideScene {
  readonly say: readonly Sentence[];
  readonly picture: {
    readonly scene: Scene;
    /** What it shows, for those who don't see it. */
    readonly alt: Sentence;
  } | null;
}

const LABELS: Readonly<Partial<Record<TargetName, LabelKey>>> = {
  'add-method': 'addMethodButton',
  'app-password': 'appPassword',
  next: 'next',
  done: 'done',
};

/** What Microsoft calls the controls in `language`, with English where nobody knows. */
function pageLabels(language: string): PageLabels {
  return Object.fromEntries(
    Object.entries(LABELS).map(([target, key]) => {
      const own = knownLabel(key, language);
      const text = own ?? knownLabel(key, 'en') ?? '';
      return [target, { text, lang: own === undefined ? 'en' : language }];
    }),
  );
}

const STATES: Readonly<Record<GuideScreen, PageState>> = {
  list: { kind: 'list', names: [], rows: 2 },
  picker: { kind: 'picker', form: 'cards', appPassword: 'offered', more: false, entries: 4 },
  name: { kind: 'name', refused: false, ready: false },
  result: { kind: 'result' },
};

/**
 * @param name what the app password is to be called
 * @param language of Microsoft's page, e.g. `de`
 * @param sceneOf the picture of a screen, and the control on it that is marked
 */
export function guideScenes(
  name: string,
  language: string,
  sceneOf: (screen: GuideScreen, target: TargetName | null) => Scene,
): readonly GuideScene[] {
  const task: CreateTask = {
    kind: 'create',
    id: '',
    where: 'microsoft',
    startedAt: '',
    tag: null,
    appId: '',
    appName: name,
    device: '',
    name,
    seen: { before: [], rows: null, result: false, made: null },
  };
  const labels = pageLabels(language);
  const steps = GUIDE_SCREENS.map((screen): GuideScene => {
    const sighting = { state: STATES[screen], labels, languageKnown: true, unchangedFor: 60_000 };
    const advice = advise(task, sighting);
    const scene = sceneOf(screen, advice?.target ?? null);
    return { say: advice?.say ?? [], picture: { scene, alt: { key: `handout_picture_${screen}` } } };
  });
  return [...steps, { say: [{ key: 'handout_made', args: [name] }], picture: null }];
}
