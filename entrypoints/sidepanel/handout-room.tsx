/** Hand-outs: puts what Keytag knows, the reader's language and the organisation together. */
import '@/components/styles/helpdesk.css';
import '@/components/styles/handout.css';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type HandoutLanguage, Handouts, type TypedOrganisation } from '@/components/helpdesk/handouts.tsx';
import type { ChosenFile } from '@/components/inventory/file-port.ts';
import { sceneOf } from '@/components/rehearsal/scene.ts';
import { wordsIn } from '@/components/rehearsal/words.ts';
import handoutStyle from '@/components/styles/handout.css?raw';
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import type { App } from '@/utils/catalogue/app.ts';
import { suggestName } from '@/utils/guide/name.ts';
import { PLAIN_LINKS } from '@/utils/guide/offer.ts';
import { guideScenes } from '@/utils/helpdesk/guide-scenes.ts';
import {
  appLink,
  guideLink,
  type Handout,
  type HandoutApp,
  isWorthMaking,
  makeHandout,
  type Organisation,
} from '@/utils/helpdesk/handout.ts';
import { handoutHtml } from '@/utils/helpdesk/handout-html.ts';
import { handoutMarkdown, handoutText } from '@/utils/helpdesk/handout-text.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import { logo } from '@/utils/helpdesk/policy-rules.ts';
import { type Speaker, speakerOf } from '@/utils/helpdesk/speaker.ts';
import type { Day } from '@/utils/lib/day.ts';
import { t } from '@/utils/platform/i18n.ts';
import { saveFile } from '@/utils/platform/vault-files.ts';
import type { KnownCatalogue } from './knowledge.ts';
import type { Ports } from './ports.ts';
import { hrefOf } from './router.ts';

type Knowledge = typeof import('./knowledge.ts');

export interface HandoutRoomProps {
  readonly onShown: (heading: HTMLElement) => void;
  readonly ports: Ports;
  readonly today: Day;
  /** `null` while it loads. */
  readonly knowledge: Knowledge | null;
  readonly catalogue: KnownCatalogue | null;
  readonly admin: AdminFacts;
  readonly policy: Policy;
}

const MESSAGES = {
  en: () => import('@/public/_locales/en/messages.json'),
  de: () => import('@/public/_locales/de/messages.json'),
} as const;

/** As a policy's: 64 KiB and 1,024 pixels. */
const MOST_LOGO = 65_536;
const LOGO = logo(MOST_LOGO, 1_024);

export function HandoutRoom({
  onShown,
  ports,
  today,
  knowledge,
  catalogue,
  admin,
  policy,
}: HandoutRoomProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<HandoutLanguage | null>(null);
  const language = own ?? policy.handOutLanguage ?? (t('common_language_code') === 'de' ? 'de' : 'en');
  const [typed, setTyped] = useState<TypedOrganisation>({ name: '', contact: '', logo: null });
  const [isLogoBad, setLogoBad] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const speaker = useSpeaker(language);

  const organisation = organisationOf(policy, typed);
  const apps = useMemo(
    () =>
      chosen.flatMap((id): HandoutApp[] => {
        const app = catalogue?.appById(id);
        if (!catalogue || !app || !knowledge || !speaker) return [];
        return [
          {
            app,
            name: suggestName(app.name, '', speaker.t('app_name_filler')),
            // The policy reaches everybody's browser, a file the one that imported it.
            isShared: catalogue.ownById(id)?.origin.from !== 'file',
            verdicts: app.purposes.map((purpose) => ({
              purpose,
              verdict: knowledge.verdictFor({ app, account: 'work', purpose, admin, today }),
            })),
          },
        ];
      }),
    [chosen, knowledge, catalogue, speaker, admin, today],
  );
  const handout = speaker && apps.length > 0 ? handoutFor(apps, speaker, organisation, today) : null;
  // What was saved is not what stands there any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: any change of these makes another hand-out
  useEffect(() => setSaved(false), [chosen, language, typed]);

  const findApps = useCallback(
    (query: string): readonly App[] => catalogue?.search(query) ?? [],
    [catalogue],
  );
  const onLogo = ({ bytes }: ChosenFile) => {
    const { value } = LOGO.read(`data:image/png;base64,${base64(bytes)}`);
    setLogoBad(value === null);
    setTyped((before) => ({ ...before, logo: value }));
  };
  const onSave = async (of: Handout) => {
    const bytes = new TextEncoder().encode(handoutHtml(of, handoutStyle, await hashOf(handoutStyle)));
    saveFile(fileName(of), bytes);
    setSaved(true);
  };

  return (
    <Handouts
      onShown={onShown}
      helpdeskHref={hrefOf({ at: 'helpdesk' })}
      apps={catalogue?.apps ?? null}
      findApps={findApps}
      chosen={chosen}
      onChoose={setChosen}
      language={language}
      onLanguage={setOwn}
      typed={typed}
      onTyped={(next) => {
        setLogoBad(false);
        setTyped(next);
      }}
      onLogo={onLogo}
      isLogoBad={isLogoBad}
      mostLogo={MOST_LOGO}
      given={{
        name: policy.organisationName !== null,
        logo: policy.organisationLogo !== null,
        contacts: policy.contacts.length > 0,
      }}
      handout={handout}
      link={linksOf(apps)}
      unshared={apps.filter((each) => !each.isShared && isWorthMaking(each)).map(({ app }) => app.name)}
      plainLinks={PLAIN_LINKS.map((link) => ({
        title: t(link === 'delete' ? 'guide_choose_delete' : 'guide_review_title'),
        url: guideLink(link),
      }))}
      markdown={() => (handout ? handoutMarkdown(handout) : '')}
      text={() => (handout ? handoutText(handout) : '')}
      onPrint={ports.print}
      onSave={() => handout && void onSave(handout)}
      isSaved={isSaved}
      onCopy={ports.copy}
    />
  );
}

function handoutFor(
  apps: readonly HandoutApp[],
  speaker: Speaker,
  organisation: Organisation,
  today: Day,
): Handout {
  const words = wordsIn(speaker.language);
  return makeHandout({
    apps,
    speaker,
    organisation,
    today,
    guideScenes: (name) =>
      guideScenes(name, speaker.language, (screen, target) =>
        sceneOf(screen, target, name, words, (key) => speaker.t(key)),
      ),
  });
}

/** A policy's values come before what was typed in. */
function organisationOf(policy: Policy, typed: TypedOrganisation): Organisation {
  return {
    name: policy.organisationName ?? typed.name,
    logo: policy.organisationLogo ?? typed.logo,
    contacts: policy.contacts.length > 0 ? policy.contacts : [{ label: typed.contact, url: null }],
  };
}

/** One app's link alone; several apps' with their names, a line each. */
function linksOf(apps: readonly HandoutApp[]): string {
  const made = apps.flatMap((each) => {
    const link = appLink(each);
    return link === null ? [] : [{ name: each.app.name, link }];
  });
  if (apps.length === 1) return made.map(({ link }) => link).join('');
  return made.map(({ name, link }) => `${name}: ${link}`).join('\n');
}

function fileName({ sheets, language }: Handout): string {
  const [first] = sheets;
  return `keytag-${sheets.length === 1 && first ? first.id : 'hand-outs'}-${language}.html`;
}

/** `null` while its messages load. */
function useSpeaker(language: HandoutLanguage): Speaker | null {
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void MESSAGES[language]().then(({ default: messages }) => {
      if (isCurrent) setSpeaker(speakerOf(language, messages));
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return speaker?.language === language ? speaker : null;
}

async function hashOf(text: string): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
