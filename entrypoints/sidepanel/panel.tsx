/** The panel: which screen is shown, and what it is told. All state of the panel lives here, in memory. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { adminLetter } from '@/components/admin-text.tsx';
import { type Answers, AppPage } from '@/components/app-page.tsx';
import { Button, Notice, Tag } from '@/components/controls.tsx';
import { guessDevice } from '@/components/device.ts';
import { Frame, Heading } from '@/components/frame.tsx';
import { taskTitle } from '@/components/guide.tsx';
import { Home } from '@/components/home.tsx';
import { LinkOffer } from '@/components/link-offer.tsx';
import { sentenceText } from '@/components/sentence.tsx';
import { Settings } from '@/components/settings.tsx';
import type { StartRequest } from '@/components/start-form.tsx';
import { UnknownApp } from '@/components/unknown-app.tsx';
import type { Verdict } from '@/utils/advisor/verdict.ts';
import type { GuideView } from '@/utils/app/panel-client.ts';
import type { App } from '@/utils/catalogue/app.ts';
import type { Policy, PolicyReading } from '@/utils/helpdesk/policy-values.ts';
import type { Day } from '@/utils/lib/day.ts';
import { PROVIDER_HOSTS } from '@/utils/pages/hosts.ts';
import { t } from '@/utils/platform/i18n.ts';
import { adminFor, answeredBy, answersFor, givenBy, NOTHING_GIVEN } from './answers.ts';
import { AppSearch } from './app-search.tsx';
import { GuideScreen } from './guide-screen.tsx';
import type { HelpdeskProps } from './helpdesk-rooms.tsx';
import type { InventoryProps } from './inventory-props.ts';
import { InventorySettings } from './inventory-settings.tsx';
import type { KnownCatalogue } from './knowledge.ts';
import { SECTIONS, sectionOf } from './navigation.ts';
import type { OwnRoomProps } from './own-rooms.tsx';
import { useOwnPacks } from './packs.ts';
import { useRadar } from './plan.ts';
import { NOTHING, usePolicy } from './policy.ts';
import type { Ports } from './ports.ts';
import { hrefOf, parseRoute, type Route } from './router.ts';
import type { SetupRoomProps } from './setup-room.tsx';
import { useVault, type Vault } from './vault.ts';

type Knowledge = typeof import('./knowledge.ts');
type InventoryParts = typeof import('./inventory.tsx');

const APPS_HREF = hrefOf({ at: 'apps' });
const GUIDE_HREF = hrefOf({ at: 'guide' });

/** A started guide that has not reported by then did not start. */
const START_MS = 5000;

export function Panel({ ports }: { readonly ports: Ports }) {
  const { client } = ports;
  const { route, onShown } = useRoute();
  const knowledge = useKnowledge();
  const view = useGuide(ports);
  const access = useAccess(ports);
  const vault = useVault(ports);
  const typed = useRef('');
  const inForce = usePolicy(ports);
  const managed = inForce ?? NOTHING;
  const { policy, facts } = managed;
  const [given, setGiven] = useState(NOTHING_GIVEN);
  const [address, setAddress] = useState('');
  const [starting, setStarting] = useStarting(view);
  /** The screen that the running task was started from; a new window does not know it. */
  const [origin, setOrigin] = useState<string | null>(null);
  /** What went wrong on one screen is not said on the next. */
  const [problem, setProblem] = useState<{ place: string; why: 'access' | 'failed' } | null>(null);
  const [inTab, setInTab] = useState(true);
  useEffect(() => void ports.isTab().then(setInTab), [ports]);
  const today = ports.today();
  const copy = ports.copy;
  const known = knowledge === 'failed' ? null : knowledge;
  // What the organisation hides is shown by no list, not even for the moment until its word is read.
  const own = useOwnPacks(ports, inForce && known, policy);
  const { catalogue } = own;
  const radar = useRadar(ports, knowledge, catalogue, vault, today, route.at === 'home');

  useLinkedGuide(view?.isFromLink === true);
  const place = hrefOf(route);
  useTagNotes(vault, view, today);

  const app = useApp(catalogue, route, view);
  useTitle(route, app, view);

  /** Runs in a click: the browser gives access back only then. */
  const launch = async (starts: () => Promise<void>, href: string, where = 'microsoft') => {
    setProblem(null);
    if (where === 'microsoft' && access.has === false && !(await access.ask())) {
      setProblem({ place, why: 'access' });
      return;
    }
    try {
      setStarting(true);
      await starts();
      setOrigin(place);
      location.hash = href;
    } catch {
      setStarting(false);
      setProblem({ place, why: 'failed' });
    }
  };
  const start = (chosen: App, request: StartRequest) =>
    launch(
      () => client.start({ appId: chosen.id, appName: chosen.name, tag: null, ...request }),
      GUIDE_HREF,
      request.where,
    );

  const advice = { onShown, today, onCopy: copy, policy };
  const screen = () => {
    switch (route.at) {
      case 'apps':
      case 'app':
        return appsScreen();
      case 'guide':
        return (
          <GuideScreen
            onShown={onShown}
            ports={ports}
            view={view}
            starting={starting}
            origin={origin}
            knowledge={knowledge === 'failed' ? null : knowledge}
            app={app}
            own={app && catalogue?.ownById(app.id)}
            admin={adminFor(given, facts)}
            address={address}
            onAddress={setAddress}
            access={access}
            vault={vault}
          />
        );
      case 'inventory':
        return (
          <InventoryRoom
            key="inventory"
            ports={ports}
            vault={vault}
            page={route.page ?? null}
            onShown={onShown}
            guide={view}
            launch={launch}
            problem={problem?.place === place ? problem.why : null}
            isModern={(id) => id !== null && catalogue?.appById(id)?.setup.modern !== undefined}
            findApps={catalogue ? catalogue.search : NO_APPS}
          />
        );
      case 'settings':
        return (
          <Settings
            key="settings"
            onShown={onShown}
            hasAccess={access.has}
            refused={access.refused}
            onAskAccess={() => void access.ask()}
            hosts={PROVIDER_HOSTS}
            inTab={inTab}
            onOpenTab={ports.openTab}
            version={ports.version}
            inventory={ports.inventory && <InventorySettings ports={ports} inventory={vault.ports} />}
            reminders={
              <ReminderRoom room="ReminderSettingsRoom" vault={vault} today={today} policy={policy} />
            }
            organisation={<PolicyRoom managed={managed} />}
          />
        );
      case 'fix':
        return <AdviceRoom key="fix" room="FixRoom" {...advice} />;
      case 'option-missing':
        return <AdviceRoom key="option-missing" room="OptionMissingRoom" {...advice} />;
      case 'questions':
        return <AdviceRoom key="questions" room="QuestionsRoom" {...advice} />;
      case 'adviser':
        if (!catalogue && knowledge !== 'failed') return <p class="quiet loading">{t('common_loading')}</p>;
        return <AdviceRoom key="adviser" room="AdviserRoom" {...advice} apps={catalogue?.apps} />;
      case 'helpdesk':
        return (
          <HelpdeskRoom
            key="helpdesk"
            onShown={onShown}
            page={route.page ?? null}
            ports={ports}
            today={today}
            policy={policy}
            knowledge={known}
            own={own}
            admin={adminFor(given, facts)}
            vault={vault}
            guide={view}
          />
        );
      case 'home':
        return (
          <Home
            key="home"
            onShown={onShown}
            task={running(view)}
            radar={radar}
            due={<ReminderRoom room="DueRoom" vault={vault} today={today} policy={policy} />}
            organisation={
              managed.keys.length > 0 && (
                <OwnRoom room="OrganisationRoom" policy={policy} catalogue={catalogue} />
              )
            }
            accessLost={access.has === false}
            accessRefused={access.refused}
            onAskAccess={() => void access.ask()}
            links={{ apps: APPS_HREF, guide: GUIDE_HREF }}
          />
        );
    }
  };

  const appsScreen = () => {
    const selected = route.at === 'app' ? route.id : null;
    return (
      <div key="apps" class={selected === null ? 'panes panes-list' : 'panes panes-detail'}>
        <div class="pane-list">
          {selected === null ? (
            <Heading onShown={onShown}>{t('nav_apps')}</Heading>
          ) : (
            <p class="pane-title" aria-hidden="true">
              {t('nav_apps')}
            </p>
          )}
          {knowledge === 'failed' ? (
            <LoadFailed />
          ) : (
            <AppSearch catalogue={catalogue} typed={typed} selected={selected} />
          )}
        </div>
        <div class="pane-detail">{selected === null ? <ChooseHint /> : appScreen(selected)}</div>
      </div>
    );
  };

  const appScreen = (id: string) => {
    if (knowledge === 'failed') return <LoadFailed />;
    if (!knowledge || !catalogue || (!app && !own.isComplete)) {
      return <p class="quiet loading">{t('common_loading')}</p>;
    }
    if (app && catalogue.isHidden(id)) {
      return (
        <OwnRoom
          key={id}
          room="HiddenAppRoom"
          onShown={onShown}
          app={app}
          policy={policy}
          listHref={APPS_HREF}
        />
      );
    }
    if (!app) {
      return (
        <div key={id} class="stack">
          <Heading onShown={onShown}>{t('apps_none_title')}</Heading>
          <p>{t('apps_unknown_text')}</p>
          <UnknownApp appHref={(other) => hrefOf({ at: 'app', id: other })} />
          <p>
            <a class="link" href={APPS_HREF}>
              {t('nav_apps')}
            </a>
          </p>
        </div>
      );
    }
    const said = answersFor(app, given, facts);
    const ownApp = catalogue.ownById(id);
    const question = { app, ...said, today };
    const letter = knowledge.adminMessage(question);
    const verdict = knowledge.verdictFor(question);
    return (
      <AppPage
        key={id}
        onShown={onShown}
        app={app}
        origin={ownApp && <OwnRoom room="OwnOriginRoom" app={ownApp} />}
        answers={said}
        onAnswers={(answers) => setGiven(givenBy(answers, given, facts))}
        known={answeredBy(given, facts)}
        verdict={verdict}
        today={today}
        modern={knowledge.setupLines(app.setup.modern, said.account, address, ownApp?.language)}
        ready={readySetup(app, said, verdict)}
        adminText={letter && adminLetter(letter)}
        start={{
          device: guessDevice(app, ports.userAgent),
          busy: starting,
          problem: problem?.place === place ? problem.why : null,
          onStart: (request) => void start(app, request),
        }}
        running={view && view.advice.tone !== 'finished' ? taskTitle(view.task) : null}
        onCopy={copy}
        listHref={APPS_HREF}
      />
    );
  };

  /** The files of a program that sends; for mail of a work account, which is what they are written for. */
  const readySetup = (of: App, said: Answers, verdict: Verdict) => {
    const id = knowledge && knowledge !== 'failed' ? knowledge.setupForApp(of.id) : undefined;
    if (id === undefined || said.account !== 'work' || said.purpose !== 'send') return null;
    return (
      <ReadySetup
        key={id}
        id={id}
        address={address}
        onAddress={setAddress}
        onlyOauth={verdict.kind === 'cannot-work'}
        onCopy={copy}
      />
    );
  };

  return (
    <Frame
      sections={SECTIONS}
      current={sectionOf(route)}
      announcement={view ? view.advice.say.map(sentenceText).join(' ') : ''}
      onLock={vault.status.kind === 'unlocked' ? vault.lock : undefined}
    >
      {view?.offer && <LinkOffer offer={view.offer} onAnswer={(take) => void client.answerLink(take)} />}
      {screen()}
    </Frame>
  );
}

const NO_APPS = (): readonly App[] => [];

interface AdviceRoomProps {
  readonly room: 'FixRoom' | 'AdviserRoom' | 'OptionMissingRoom' | 'QuestionsRoom';
  readonly onShown: (heading: HTMLElement) => void;
  readonly today: Day;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly policy: Policy;
  /** The adviser's list; Keytag's own where the person's can't be loaded. */
  readonly apps?: readonly App[] | undefined;
}

/** What an organisation says comes when there is something to say. */
function OwnRoom(props: OwnRoomProps) {
  const [rooms, setRooms] = useState<typeof import('./own-rooms.tsx') | 'failed' | null>(null);
  useEffect(() => {
    import('./own-rooms.tsx').then(setRooms, () => setRooms('failed'));
  }, []);
  if (rooms === 'failed') return <LoadFailed />;
  return rooms && <rooms.OwnRoom {...props} />;
}

/** A set-up comes when an app that has one is first shown. */
function ReadySetup(props: SetupRoomProps) {
  const [part, setPart] = useState<typeof import('./setup-room.tsx') | 'failed' | null>(null);
  useEffect(() => {
    import('./setup-room.tsx').then(setPart, () => setPart('failed'));
  }, []);
  if (part === 'failed') return <LoadFailed />;
  return part ? <part.SetupRoom {...props} /> : <p class="quiet loading">{t('common_loading')}</p>;
}

/** The rooms that explain come when one of them is opened for the first time. */
function AdviceRoom({ room, ...props }: AdviceRoomProps) {
  const [rooms, setRooms] = useState<typeof import('./advice-rooms.tsx') | 'failed' | null>(null);
  useEffect(() => {
    import('./advice-rooms.tsx').then(setRooms, () => setRooms('failed'));
  }, []);
  if (rooms === 'failed') return <LoadFailed />;
  if (!rooms) return <p class="quiet loading">{t('common_loading')}</p>;
  const Room = rooms[room];
  return <Room {...props} />;
}

/** So do those for people who help others. */
function HelpdeskRoom(props: HelpdeskProps) {
  const [rooms, setRooms] = useState<typeof import('./helpdesk-rooms.tsx') | 'failed' | null>(null);
  useEffect(() => {
    import('./helpdesk-rooms.tsx').then(setRooms, () => setRooms('failed'));
  }, []);
  if (rooms === 'failed') return <LoadFailed />;
  return rooms ? <rooms.HelpdeskRooms {...props} /> : <p class="quiet loading">{t('common_loading')}</p>;
}

interface ReminderRoomProps {
  readonly room: 'DueRoom' | 'ReminderSettingsRoom';
  readonly vault: Vault;
  readonly today: Day;
  readonly policy: Policy;
}

/** Most people's browsers are managed by nobody: the card comes where there is something to say. */
function PolicyRoom({ managed }: { readonly managed: PolicyReading }) {
  const [part, setPart] = useState<typeof import('@/components/policy-card.tsx') | 'failed' | null>(null);
  const isWanted = managed.keys.length > 0 || managed.problems.length > 0;
  useEffect(() => {
    if (isWanted) import('@/components/policy-card.tsx').then(setPart, () => setPart('failed'));
  }, [isWanted]);
  if (!isWanted || part === null) return null;
  return part === 'failed' ? <LoadFailed /> : <part.PolicyCard {...managed} />;
}

/** Reminders come with the inventory, after the first paint; without it there is nothing to remind of. */
function ReminderRoom({ room, vault, today, policy }: ReminderRoomProps) {
  const [rooms, setRooms] = useState<typeof import('./reminder-rooms.tsx') | null>(null);
  const reminders = typeof vault.ports === 'string' ? undefined : vault.ports.reminders;
  const isWanted = reminders !== undefined;
  useEffect(() => {
    // What can't be loaded is said where the inventory is.
    if (isWanted) import('./reminder-rooms.tsx').then(setRooms, () => undefined);
  }, [isWanted]);
  if (!rooms || !reminders) return null;
  const Room = rooms[room];
  return <Room reminders={reminders} vault={vault} today={today} policy={policy} />;
}

interface InventoryRoomProps extends Omit<InventoryProps, 'inventory'> {
  readonly problem: 'access' | 'failed' | null;
}

/** The inventory's screens come when they are opened for the first time. */
function InventoryRoom(props: InventoryRoomProps) {
  const [parts, setParts] = useState<InventoryParts | 'failed' | null>(null);
  useEffect(() => {
    import('./inventory.tsx').then(setParts, () => setParts('failed'));
  }, []);
  const inventory = props.vault.ports;
  if (parts === 'failed' || inventory === 'failed') return <LoadFailed />;
  if (!parts || inventory === 'loading') {
    return (
      <>
        <h1 class="visually-hidden">{t('nav_inventory')}</h1>
        <p class="quiet loading">{t('common_loading')}</p>
      </>
    );
  }
  const { problem, ...rest } = props;
  return (
    <>
      {problem && (
        <Notice tone="bad" role="alert">
          <p>{t(problem === 'access' ? 'app_start_no_access' : 'app_start_failed')}</p>
        </Notice>
      )}
      <parts.InventoryScreen {...rest} inventory={inventory} />
    </>
  );
}

function ChooseHint() {
  return (
    <Tag>
      <p class="quiet">{t('apps_choose')}</p>
    </Tag>
  );
}

function LoadFailed() {
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('apps_failed_title')}
      actions={<Button onClick={() => location.reload()}>{t('apps_failed_reload')}</Button>}
    >
      <p>{t('apps_failed_text')}</p>
    </Notice>
  );
}

/** The catalogue's id of the app the running task is about. */
function appOf(view: GuideView | null): string | undefined {
  return view?.task.kind === 'create' ? view.task.appId : undefined;
}

function running(view: GuideView | null): { title: string; step: number | null; steps: number } | null {
  if (!view) return null;
  const current = view.steps.findIndex((step) => step.status === 'current');
  return {
    title: taskTitle(view.task),
    step: view.advice.tone === 'finished' || current < 0 ? null : current + 1,
    steps: view.steps.length,
  };
}

/** The route in the address, and where the focus goes after a change: to the heading of the new screen. */
function useRoute() {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  const moved = useRef(false);
  useEffect(() => {
    const onChange = () => {
      moved.current = true;
      setRoute(parseRoute(location.hash));
    };
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const onShown = useCallback((heading: HTMLElement) => {
    if (!moved.current) return;
    moved.current = false;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return { route, onShown };
}

/** `null` while it loads. */
function useKnowledge(): Knowledge | 'failed' | null {
  const [knowledge, setKnowledge] = useState<Knowledge | 'failed' | null>(null);
  useEffect(() => {
    // Effects run after the first paint: that is when this begins to load.
    import('./knowledge.ts').then(
      (loaded) => setKnowledge(loaded),
      () => setKnowledge('failed'),
    );
  }, []);
  return knowledge;
}

/*
 * What hooks keep from one drawing to a later one sees everything that the function around it sees. So the panel,
 * which outlives the lock, has none of its own: these see their parameters only, and no tag.
 */

function useStarting(view: GuideView | null) {
  const [starting, setStarting] = useState(false);
  useEffect(() => {
    if (view) setStarting(false);
  }, [view]);
  useEffect(() => {
    if (!starting) return;
    const timer = setTimeout(() => setStarting(false), START_MS);
    return () => clearTimeout(timer);
  }, [starting]);
  return [starting, setStarting] as const;
}

/** A panel opened from the page that a link led to begins where the card sent the person. */
function useLinkedGuide(isFromLink: boolean): void {
  useEffect(() => {
    if (isFromLink && location.hash === '') location.hash = GUIDE_HREF;
  }, [isFromLink]);
}

function useApp(catalogue: KnownCatalogue | null, route: Route, view: GuideView | null): App | undefined {
  return useMemo(() => {
    const id = route.at === 'app' ? route.id : appOf(view);
    return id === undefined ? undefined : catalogue?.appById(id);
  }, [catalogue, route, view]);
}

function useGuide({ client }: Ports): GuideView | null {
  const [view, setView] = useState<GuideView | null>(null);
  useEffect(() => client.watch(setView), [client]);
  return view;
}

/** What the guide proved about a tag is noted there, once the inventory is open. */
function useTagNotes({ ports, status }: Vault, view: GuideView | null, today: Day): void {
  const task = view && view.task.tag !== null && view.advice.tone === 'finished' ? view.task : null;
  const isOpen = status.kind === 'unlocked';
  useEffect(() => {
    if (typeof ports === 'string' || !isOpen || !task) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    void import('./tag-notes.ts').then(({ keepNotes }) => {
      if (!isOver) stop = keepNotes(ports, task, today);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [ports, isOpen, task, today]);
}

function useAccess({ client: { access } }: Ports) {
  const [has, setHas] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const look = () => void access.has().then(setHas);
    look();
    return access.watch(look);
  }, [access]);
  const ask = async () => {
    const given = await access.ask();
    setHas(given);
    setRefused(!given);
    return given;
  };
  return { has, refused, ask };
}

function useTitle(route: Route, app: App | undefined, view: GuideView | null): void {
  const title = titleOf(route, app, view);
  useEffect(() => {
    document.title = title === null ? 'Keytag' : `${title} – Keytag`;
  }, [title]);
}

function titleOf(route: Route, app: App | undefined, view: GuideView | null): string | null {
  switch (route.at) {
    case 'app':
      return app?.name ?? t('nav_apps');
    case 'apps':
      return t('nav_apps');
    case 'guide':
      return view ? taskTitle(view.task) : t('guide_panel_none_title');
    case 'inventory':
      return t('nav_inventory');
    case 'fix':
      return t('fix_title');
    case 'option-missing':
      return t('help_option_missing_title');
    case 'questions':
      return t('questions_title');
    case 'adviser':
      return t('adviser_open');
    case 'helpdesk':
      return t('nav_helpdesk');
    case 'settings':
      return t('nav_settings');
    default:
      return null;
  }
}
