/**
 * Hand-outs: what a helpdesk gives to a person, as blocks. One model for screen, paper, HTML, Markdown and
 * plain text; what each looks like is the renderers' business. No browser, no clock: the day comes in.
 */
import { alternativeTitle, verdictTitle } from '../advisor/advise.ts';
import type { Verdict } from '../advisor/verdict.ts';
import type { App, Purpose, SetupStep } from '../catalogue/app.ts';
import { copyValue, describeStep } from '../catalogue/describe.ts';
import { setupContext } from '../catalogue/server.ts';
import type { Day } from '../lib/day.ts';
import type { Sentence } from '../lib/sentence.ts';
import type { GuideScene } from './guide-scenes.ts';
import type { Line } from './line.ts';
import type { OrganisationLink } from './policy.ts';
import type { Scene } from './scene.ts';
import type { Speaker } from './speaker.ts';

export interface HandoutStep {
  readonly say: Line;
  /** A value to type or lines to paste, as they are. */
  readonly copy: string | null;
  readonly picture: { readonly scene: Scene; readonly alt: string } | null;
  /** A remark, without a number. */
  readonly isNote: boolean;
}

export type Block =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'text'; readonly line: Line }
  | {
      readonly is: 'verdict';
      readonly word: string;
      readonly about: string;
      readonly reasons: readonly Line[];
    }
  | { readonly is: 'steps'; readonly steps: readonly HandoutStep[] }
  | { readonly is: 'list'; readonly items: readonly { readonly title: Line; readonly text: string }[] }
  | { readonly is: 'sources'; readonly title: string; readonly items: readonly Line[] };

/** One app's part: begins on a page of its own. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly vendor: string;
  readonly blocks: readonly Block[];
}

/** Who hands it out. All of it may come from a policy or a keyboard: text only. */
export interface Organisation {
  readonly name: string | null;
  /** `data:image/png;base64,…`, checked by whoever brings it. */
  readonly logo: string | null;
  readonly contacts: readonly (Omit<OrganisationLink, 'url'> & { readonly url: string | null })[];
}

export interface Handout {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** For the file's and the window's title. */
  readonly title: string;
  readonly organisation: Organisation;
  /** What stands before the contacts, e.g. "Questions?". */
  readonly contactsTitle: string;
  readonly logoAlt: string;
  readonly sheets: readonly Sheet[];
  /** Who made it and when. */
  readonly foot: string;
}

/** An app with its verdicts, one for each thing it is used for. */
export interface HandoutApp {
  readonly app: App;
  readonly verdicts: readonly { readonly purpose: Purpose; readonly verdict: Verdict }[];
  /** How the app password may be called. */
  readonly name: string;
  /** Whether whoever gets it has this app in their Keytag too: only then does its link start a guide. */
  readonly isShared: boolean;
}

export interface HandoutRequest {
  readonly apps: readonly HandoutApp[];
  readonly speaker: Speaker;
  readonly organisation: Organisation;
  readonly today: Day;
  /** The guide's steps with their pictures, for one name of an app password. */
  guideScenes(name: string): readonly GuideScene[];
}

/** More reasons than these help nobody on paper; the sources say the rest. */
const REASONS = 4;
const ALTERNATIVES = 4;

const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';

/** The link that starts the guide for what has this id. */
export function guideLink(id: string): string {
  return `${SECURITY_INFO}#keytag=${id}`;
}

/** The link that belongs to an app; `null` where it would start nothing, or nothing of use. */
export function appLink(each: HandoutApp): string | null {
  return each.isShared && isWorthMaking(each) ? guideLink(each.app.id) : null;
}

/** Whether an app password can be made for it with any hope: else no link and no guide is handed out. */
export function isWorthMaking({ verdicts }: Pick<HandoutApp, 'verdicts'>): boolean {
  return verdicts.some(({ verdict: { kind } }) => kind !== 'cannot-work' && kind !== 'not-needed');
}

/** @returns a hand-out for all the apps asked for, each on a sheet of its own, in their order */
export function makeHandout(request: HandoutRequest): Handout {
  const { apps, speaker, organisation, today } = request;
  const { t, day, language, direction } = speaker;
  const only = apps.length === 1 ? apps[0] : undefined;
  return {
    language,
    direction,
    title: only ? t('handout_title', only.app.name) : t('handout_title_several'),
    organisation: tidyOrganisation(organisation),
    contactsTitle: t('handout_contacts'),
    logoAlt: t('handout_logo'),
    sheets: apps.map((app) => sheetOf(app, request)),
    foot: t('handout_foot', day(today)),
  };
}

function sheetOf(each: HandoutApp, { speaker, guideScenes }: HandoutRequest): Sheet {
  const { app } = each;
  const { t } = speaker;
  const isMade = isWorthMaking(each);
  const verdicts = distinct(each.verdicts);
  const isModern =
    app.setup.modern !== undefined &&
    each.verdicts.some(({ verdict }) => verdict.next === 'modern-setup' || verdict.kind === 'not-needed');
  return {
    id: app.id,
    title: app.name,
    vendor: app.vendor,
    blocks: [
      ...verdicts.map(({ purpose, verdict }) => verdictBlock(purpose, verdict, speaker)),
      ...(isModern ? setup(t('app_modern_title'), app.setup.modern, speaker, t('app_modern_text')) : []),
      ...(isMade
        ? [
            { is: 'heading', text: t('app_start_title') } as const,
            {
              is: 'steps',
              steps: [
                { say: openLine(appLink(each), speaker), copy: null, picture: null, isNote: false },
                ...guideScenes(each.name).map((step) => guideStep(step, speaker)),
              ],
            } as const,
            ...setup(t('after_setup_title', app.name), app.setup.password, speaker, null),
          ]
        : []),
      ...instead(each, isModern, speaker),
      sourcesBlock(each, speaker),
    ],
  };
}

/** Reading and sending that come to the same are said once. */
function distinct(verdicts: HandoutApp['verdicts']): HandoutApp['verdicts'] {
  const same = (one: Verdict, other: Verdict) =>
    JSON.stringify([one.kind, one.reasons]) === JSON.stringify([other.kind, other.reasons]);
  return verdicts.filter(
    ({ verdict }, index) => verdicts.findIndex((other) => same(other.verdict, verdict)) === index,
  );
}

const PURPOSE: Readonly<Record<Purpose, string>> = {
  read: 'app_for_work_read',
  send: 'app_for_work_send',
  'sign-in': 'app_for_work_sign_in',
};

function verdictBlock(purpose: Purpose, verdict: Verdict, { t, line, day }: Speaker): Block {
  const { since, until, reasons, checked, assumes } = verdict;
  return {
    is: 'verdict',
    word: t(verdictTitle(verdict.kind).key),
    about: t(PURPOSE[purpose]),
    reasons: [
      ...reasons.slice(0, REASONS).map(line),
      ...(since ? [[{ text: t('handout_since', day(since.day, since.precision)) }]] : []),
      ...(until ? [[{ text: t('handout_until', day(until.day, until.precision)) }]] : []),
      [
        {
          text: t(
            'handout_verdict_day',
            day(assumes),
            day(checked),
            t(`verdict_certainty_${verdict.certainty}`),
          ),
        },
      ],
    ],
  };
}

/** Without a link of its own, Microsoft's page as it is, and nothing said of Keytag's steps on it. */
function openLine(link: string | null, { line }: Speaker): Line {
  const url = link ?? SECURITY_INFO;
  return line({ key: link ? 'handout_open' : 'handout_open_page', args: [url] }).map((run) =>
    run.text === url ? { text: url, url } : run,
  );
}

function guideStep({ say, picture }: GuideScene, { line, t }: Speaker): HandoutStep {
  return {
    say: say.flatMap((sentence, index) => [...(index > 0 ? [{ text: ' ' }] : []), ...line(sentence)]),
    copy: null,
    picture: picture && { scene: picture.scene, alt: t(picture.alt.key) },
    isNote: false,
  };
}

function setup(
  title: string,
  steps: readonly SetupStep[] | undefined,
  { line }: Speaker,
  text: string | null,
): Block[] {
  if (!steps) return [];
  const context = setupContext('work');
  return [
    { is: 'heading', text: title },
    ...(text === null ? [] : [{ is: 'text', line: [{ text }] } as const]),
    {
      is: 'steps',
      steps: steps.map((step) => ({
        say: line(describeStep(step, context)),
        // The sentence of a value to type says it already.
        copy: step.do === 'type' ? null : copyValue(step, context),
        picture: null,
        isNote: step.do === 'note',
      })),
    },
  ];
}

function instead({ verdicts }: HandoutApp, isModern: boolean, { t, line }: Speaker): Block[] {
  const ways = [...new Set(verdicts.flatMap(({ verdict }) => verdict.instead))]
    .filter((way) => !(isModern && way === 'modern-sign-in'))
    .slice(0, ALTERNATIVES);
  if (ways.length === 0) return [];
  const isHopeless = verdicts.every(({ verdict }) => verdict.kind === 'cannot-work');
  return [
    { is: 'heading', text: t(isHopeless ? 'app_instead_title' : 'app_instead_better') },
    {
      is: 'list',
      items: ways.map((way) => {
        const title: Sentence = alternativeTitle(way);
        return { title: line(title), text: t(`${title.key}_why`) };
      }),
    },
  ];
}

function sourcesBlock({ verdicts }: HandoutApp, { t, day }: Speaker): Block {
  const sources = new Map(
    verdicts
      .flatMap(({ verdict }) => verdict.sources)
      .map((source) => [`${source.publisher} ${source.title}`, source]),
  );
  return {
    is: 'sources',
    title: t('handout_sources'),
    items: [...sources.values()].map((source): Line => {
      const rest = `. ${source.publisher}, ${t('common_checked_on', day(source.checked))}`;
      return [source.url ? { text: source.title, url: source.url } : { text: source.title }, { text: rest }];
    }),
  };
}

const NAME_MOST = 80;

/** Without what would break a line or turn the words of others round: control, line and direction characters. */
function tidyName(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, NAME_MOST);
}

function tidyOrganisation({ name, logo, contacts }: Organisation): Organisation {
  return {
    name: name === null ? null : tidyName(name) || null,
    logo,
    contacts: contacts
      .map(({ label, url }) => ({ label: tidyName(label), url }))
      .filter(({ label }) => label !== ''),
  };
}
