/** Everything of the browser that the panel uses, so that tests and pictures can bring their own. */
import type { PanelClient } from '@/utils/app/panel-client.ts';
import type { Day } from '@/utils/lib/day.ts';

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
  readonly version: string;
  readonly userAgent: string;
}
