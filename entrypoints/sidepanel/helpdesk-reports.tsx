/** The two reports of Helpdesk, with what they need of the panel and the browser. */
import { useEffect, useState } from 'preact/hooks';
import { Diagnostic } from '@/components/helpdesk/diagnostic.tsx';
import { StructureReport } from '@/components/helpdesk/structure.tsx';
import { textLanguage } from '@/components/language.ts';
import type { GuideView } from '@/utils/app/panel-client.ts';
import {
  type DiagnosticFacts,
  type DiagnosticLine,
  diagnosticReport,
} from '@/utils/helpdesk/diagnostic-report.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import { browserOf, versionOf } from '@/utils/helpdesk/product.ts';
import { readStructure, writeStructureReport } from '@/utils/helpdesk/structure.ts';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';
import { PROVIDER_HOSTS, SECURITY_INFO_PATH } from '@/utils/pages/hosts.ts';
import { readSettings } from '@/utils/rotation/settings.ts';
import type { Ports, RemindersPort } from './ports.ts';
import { hrefOf } from './router.ts';
import type { Vault } from './vault.ts';

export const HELPDESK_HREF = hrefOf({ at: 'helpdesk' });
const PAGE_URL = `https://${PROVIDER_HOSTS[0]}${SECURITY_INFO_PATH}`;

interface Props {
  readonly onShown: (heading: HTMLElement) => void;
  readonly ports: Ports;
  readonly today: Day;
  readonly vault: Vault;
  /** The running guide. */
  readonly guide: GuideView | null;
}

export function DiagnosticRoom(props: Props) {
  const { onShown, ports } = props;
  const [lines, setLines] = useState<readonly DiagnosticLine[] | 'failed' | null>(null);
  const { status } = props.vault;
  // biome-ignore lint/correctness/useExhaustiveDependencies: made when it is opened, and when the inventory opens or locks
  useEffect(() => {
    let isShown = true;
    const tell = (next: typeof lines) => {
      if (isShown) setLines(next);
    };
    gather(props).then(
      (facts) => tell(diagnosticReport(facts)),
      () => tell('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [status.kind]);
  return <Diagnostic onShown={onShown} backHref={HELPDESK_HREF} lines={lines} onCopy={ports.copy} />;
}

async function gather({ ports, today, vault, guide }: Props): Promise<DiagnosticFacts> {
  if (!ports.diagnosis) throw new Error('nothing to ask');
  const inventory = typeof vault.ports === 'string' ? null : vault.ports;
  const [{ managed, ...browser }, isTab, reminders, rows] = await Promise.all([
    ports.diagnosis().then((port) => port.browserFacts()),
    ports.isTab(),
    inventory?.reminders ? aboutReminders(inventory.reminders) : null,
    inventory && vault.status.kind === 'unlocked' ? first(inventory.client.watchEntries) : null,
  ]);
  return {
    ...browser,
    version: ports.version,
    userAgent: ports.userAgent,
    language: textLanguage(),
    today,
    surface: isTab ? 'tab' : 'panel',
    reminders: reminders?.settings ?? null,
    dues: reminders?.dues ?? null,
    vault: vault.status,
    entries: rows?.map(({ entry: { state, isArchived } }: EntryRow) => ({ state, isArchived })) ?? null,
    policy: readPolicy(managed),
    guide: guide && {
      task: guide.task.kind,
      where: guide.task.where,
      step: guide.advice.step,
      tone: guide.advice.tone,
      help: guide.advice.help,
    },
  };
}

async function aboutReminders({ watch, dues }: RemindersPort) {
  const [settings, days] = await Promise.all([first(watch), dues().catch(() => null)]);
  return { settings: readSettings(settings), dues: days?.length ?? null };
}

/** What a watcher tells first. */
function first<Told>(watch: (listener: (told: Told) => void) => () => void): Promise<Told> {
  return new Promise((resolve) => {
    const stop = watch((told) => {
      resolve(told);
      // It may tell before it has returned.
      queueMicrotask(() => stop());
    });
  });
}

export function StructureRoom({ onShown, ports, today }: Props) {
  return (
    <StructureReport
      onShown={onShown}
      backHref={HELPDESK_HREF}
      pageUrl={PAGE_URL}
      onLook={async () => {
        const port = await ports.diagnosis?.();
        const structure = port ? readStructure(await port.pageStructure()) : null;
        if (!structure) return null;
        const about = { product: versionOf(ports.version), browser: browserOf(ports.userAgent), day: today };
        return { structure, text: writeStructureReport(structure, about) };
      }}
      onCopy={ports.copy}
    />
  );
}
