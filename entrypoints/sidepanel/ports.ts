/** Everything of the browser that the panel uses, so that tests and pictures can bring their own. */
import type { FileFormats } from '@/components/inventory/file-port.ts';
import type { ClipboardNews } from '@/components/inventory/secret.tsx';
import type { InventoryClient } from '@/utils/app/inventory-client.ts';
import type { PanelClient } from '@/utils/app/panel-client.ts';
import type { DiagnosticFacts } from '@/utils/helpdesk/diagnostic-report.ts';
import type { PackStore } from '@/utils/helpdesk/packs.ts';
import type { Day } from '@/utils/lib/day.ts';
import type { ReminderSettings } from '@/utils/rotation/settings.ts';

export interface Ports {
  readonly client: PanelClient;
  /** The day in the person's own calendar. */
  today(): Day;
  /** Puts text on the clipboard; called in a click. @returns whether it worked */
  copy(text: string): Promise<boolean>;
  print(): void;
  /** Opens this panel as a tab of its own. */
  openTab(): void;
  /** Whether this is that tab. */
  isTab(): Promise<boolean>;
  /** What the organisation manages, at once and at every change that the browser tells of. Absent where nothing can be managed. */
  readonly policy?: {
    /** @returns a function that ends it */
    watch(listener: (managed: unknown) => void): () => void;
  };
  /** Imported walkthroughs. Loaded after the first paint; absent where there is no storage at all. */
  readonly packs?: () => Promise<PacksPort>;
  /** The ticks of the plan on Home. Absent where there is no storage at all. */
  readonly plan?: {
    load(): Promise<readonly string[]>;
    save(ticks: readonly string[]): Promise<void>;
  };
  /** The keys of `Lock now`, as the browser shows them; `null` when it has none for it. */
  lockShortcut(): Promise<string | null>;
  /** What the reports for a helpdesk need to know; loaded when one is made. */
  readonly diagnosis?: () => Promise<DiagnosisPort>;
  readonly version: string;
  readonly userAgent: string;
  /** Loaded after the first paint. Absent where there is no storage at all. */
  readonly inventory?: () => Promise<InventoryPorts>;
}

export interface PacksPort extends PackStore {
  /** Calls when another window has changed what is stored. @returns a function that ends it */
  watch(listener: () => void): () => void;
}

/** What the browser tells for a report. Anything in it may be hostile: reports are built from closed sets. */
export interface DiagnosisPort {
  browserFacts(): Promise<
    Pick<DiagnosticFacts, 'permissions' | 'origins' | 'languages' | 'notifications' | 'pages'> & {
      /** What the organisation manages, as it is. */
      readonly managed: unknown;
    }
  >;
  /** What Microsoft's open page is built of; `null` where none is open. */
  pageStructure(): Promise<unknown>;
}

/** Reminders: what the background found and remembers, and what a person tells it. */
export interface RemindersPort {
  /** Settings and memory as stored, at once and at every change. @returns a function that ends it */
  watch(listener: (settings: unknown, memory: unknown) => void): () => void;
  /** How many entries each dated change touches. */
  touched(touched: readonly { readonly change: string; readonly count: number }[]): Promise<void>;
  /** @param ids `null` for everything that is due or near */
  snooze(ids: readonly string[] | null, until: Day): Promise<void>;
  change(settings: ReminderSettings): Promise<void>;
  trustClock(): Promise<void>;
  /** All days of entries, also while the inventory is locked. */
  dues(): Promise<readonly { readonly id: string; readonly day: Day }[]>;
}

/** What the inventory's screens use beside the vault itself. */
export interface InventoryPorts {
  readonly client: InventoryClient;
  /** Hands a file to the browser to be saved; called in a click or soon after it. */
  saveFile(fileName: string, bytes: Uint8Array<ArrayBuffer>): void;
  /** Readers and writers of other programs' files; loaded when they are used. */
  formats(): Promise<FileFormats>;
  readonly clipboard: SecretClipboard;
  readonly clipboardAccess: ClipboardAccess;
  /** Absent where nothing reminds. */
  readonly reminders?: RemindersPort;
}

/** Whether Keytag may look at the clipboard and change it without a press: asked for, never needed. */
export interface ClipboardAccess {
  has(): Promise<boolean>;
  /** Called in the very turn of a click. @returns whether it was given */
  ask(): Promise<boolean>;
  giveBack(): Promise<boolean>;
}

/** The clipboard while it holds a password. */
export interface SecretClipboard {
  /** Called in a click. */
  copy(text: string): Promise<void>;
  clear(): Promise<void>;
  /** The vault was locked: clears what is still there and forgets it. */
  forget(): void;
  /** Forgets only the news. */
  dismiss(): void;
  /** Calls at once and then at every change. @returns a function that ends it */
  watch(listener: (news: ClipboardNews) => void): () => void;
}
