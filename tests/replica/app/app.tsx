/** @jsxImportSource react */
/** Routes, start of the session, header and navigation: what surrounds the list of methods. */
import { createTheme, loadTheme } from '@fluentui/react/lib/Styling';
import { setRTL } from '@fluentui/react/lib/Utilities';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { textsFor } from '../texts.ts';
import { api, type Session } from './api.ts';
import { AttributeStorm } from './attribute-storm.tsx';
import { PageProvider, usePage } from './context.tsx';
import { Icon, Link, Spinner, SpinnerSize } from './fluent.ts';
import { Interrupt } from './interrupt.tsx';
import { PasswordChange } from './password-change.tsx';
import { SecurityInfo } from './security-info.tsx';

const PROFILE_PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#8764b8"/><text x="16" y="21" font-family="sans-serif" font-size="13" text-anchor="middle" fill="#fff">MW</text></svg>',
)}`;

const DARK_THEME = createTheme({
  isInverted: true,
  palette: {
    themePrimary: '#2899f5',
    themeDarkAlt: '#3aa0f3',
    themeDark: '#6cb8f6',
    themeDarker: '#82c7ff',
    themeLighter: '#092c47',
    themeLighterAlt: '#04111d',
    themeLight: '#0c3b5e',
    themeTertiary: '#235a85',
    themeSecondary: '#0078d4',
    neutralLighterAlt: '#252423',
    neutralLighter: '#323130',
    neutralLight: '#3b3a39',
    neutralQuaternaryAlt: '#484644',
    neutralQuaternary: '#595756',
    neutralTertiaryAlt: '#797775',
    neutralTertiary: '#a19f9d',
    neutralSecondary: '#c8c6c4',
    neutralPrimaryAlt: '#e1dfdd',
    neutralPrimary: '#f3f2f1',
    neutralDark: '#faf9f8',
    black: '#ffffff',
    white: '#252423',
  },
});

/** The app's path, also where a look-alike serves it deeper down. */
function routeOf(pathname: string): string {
  const at = pathname.toLowerCase().lastIndexOf('/security-info');
  return at > 0 ? pathname.slice(at) : pathname;
}

export function App() {
  const [path, setPath] = useState(() => {
    if (location.pathname === '/') history.replaceState(null, '', '/security-info');
    return routeOf(location.pathname);
  });
  const [session, setSession] = useState<Session | null>(null);

  useEffect(() => {
    const onPop = () => setPath(routeOf(location.pathname));
    window.addEventListener('popstate', onPop);
    void api.authorize(routeOf(location.pathname)).then((answer) => {
      if (answer.redirect) {
        location.assign(answer.redirect);
        return;
      }
      const texts = textsFor(answer.replica.language);
      document.documentElement.lang = texts.lang;
      if (texts.dir === 'rtl') {
        document.documentElement.dir = 'rtl';
        setRTL(true);
      }
      if (answer.replica.colours === 'dark') {
        document.body.classList.add('dark');
        loadTheme(DARK_THEME);
      }
      setSession(answer);
    });
    return () => window.removeEventListener('popstate', onPop);
  }, []);

  const page = useMemo(
    () =>
      session && {
        switches: session.replica,
        texts: textsFor(session.replica.language),
        account: session.account,
        path,
        go: (to: string) => {
          history.pushState(null, '', to);
          setPath(routeOf(to));
        },
      },
    [session, path],
  );

  // The shell has nothing in it until the session stands (captured 2026-08-07).
  if (!page) return <Spinner size={SpinnerSize.large} style={{ marginTop: 120 }} />;
  return (
    <PageProvider value={page}>
      <Route />
      <AttributeStorm perSecond={page.switches.attributeStormPerSecond} />
    </PageProvider>
  );
}

function Route() {
  const { path } = usePage();
  const route = path.replace(/\/$/, '').toLowerCase();
  if (route === '/register' || route.startsWith('/api/post/')) return <Interrupt />;
  return (
    <Shell>
      {route === '/security-info' && <SecurityInfo />}
      {route === '/security-info/password/change' && <PasswordChange />}
      {!route.startsWith('/security-info') && <Elsewhere />}
    </Shell>
  );
}

function Shell({ children }: { children: ReactNode }) {
  const { texts, switches, account, path, go } = usePage();
  const links = [
    ['/security-info', texts.securityInfo, 'Shield'],
    ['/password', texts.nav.password, 'PasswordField'],
    ['/organizations', texts.nav.organizations, 'Org'],
    ['/devices', texts.nav.devices, 'Devices2'],
    ['/recent-activity', texts.nav.activity, 'Permissions'],
  ] as const;
  return (
    <>
      <button type="button" className="css-181" onClick={() => document.querySelector('main')?.focus()}>
        {texts.skipToContent}
      </button>
      <header className="topbar">
        <span className="waffle">
          <Icon iconName="WaffleOffice365" />
        </span>
        <span className="brand">My Sign-Ins</span>
        <span className="me">
          <span className="who">
            {account.name}
            <br />
            {switches.tenant}
          </span>
          <img className="mectrl_profilepic" src={PROFILE_PICTURE} alt={account.name} />
        </span>
      </header>
      <div className="columns">
        <nav className="leftnav" aria-label="My Account">
          {links.map(([to, label, icon]) => (
            <a
              key={to}
              href={to}
              aria-current={path.startsWith(to) ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                go(to);
              }}
            >
              <Icon iconName={icon} />
              {label}
            </a>
          ))}
        </nav>
        <main tabIndex={-1}>{children}</main>
      </div>
    </>
  );
}

/** Any other page of the app: enough to leave the list and come back without loading. */
function Elsewhere() {
  const { path, texts, go } = usePage();
  return (
    <>
      <h1 className="heading">{path}</h1>
      <Link onClick={() => go('/security-info')}>{texts.securityInfo}</Link>
    </>
  );
}
