/** The structure report: made on a press, read by the person, copied by them. */
import { useState } from 'preact/hooks';
import type { Structure } from '@/utils/helpdesk/structure.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, CopyButton, Notice, OutsideLink } from '../controls.tsx';
import { Heading, type HeadingProps } from '../frame.tsx';
import { PAGE_NOW } from '../page-now.ts';
import { BackToHelpdesk } from './back.tsx';

export interface StructureReportProps {
  readonly onShown: HeadingProps['onShown'];
  readonly backHref: string;
  /** Microsoft's page, to be opened by the person. */
  readonly pageUrl: string;
  /** Looks at the open page; `null` where there is none. */
  readonly onLook: () => Promise<{ readonly structure: Structure; readonly text: string } | null>;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function StructureReport({ onShown, backHref, pageUrl, onLook, onCopy }: StructureReportProps) {
  const [found, setFound] = useState<Awaited<ReturnType<StructureReportProps['onLook']>> | 'not-yet'>(
    'not-yet',
  );
  const [isBusy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    setFound(await onLook().catch(() => null));
    setBusy(false);
  };
  const report = found === 'not-yet' ? null : found;
  return (
    <div class="narrow stack">
      <BackToHelpdesk href={backHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{t('structure_title')}</Heading>
        <p class="quiet">{t('structure_text')}</p>
      </div>
      <p>
        <OutsideLink href={pageUrl}>{t('structure_open_page')}</OutsideLink>
      </p>
      <div class="actions">
        <Button look={report ? 'secondary' : 'primary'} busy={isBusy} onClick={() => void look()}>
          {t(report ? 'structure_again' : 'structure_look')}
        </Button>
      </div>
      {found === null && (
        <Notice tone="info" role="status">
          <p>{t('structure_none')}</p>
        </Notice>
      )}
      {report && (
        <section class="stack" aria-label={t('structure_report')}>
          <p role="status">
            {t('structure_found', String(report.structure.nodes.length), t(PAGE_NOW[report.structure.state]))}
          </p>
          <p>{t('structure_send')}</p>
          <div class="letter">
            <textarea
              class="letter-text report-text"
              aria-label={t('structure_report')}
              dir="ltr"
              lang="en"
              rows={16}
              readOnly
              value={report.text}
            />
            <div class="actions">
              <CopyButton label={t('report_copy')} text={report.text} onCopy={onCopy} look="primary" />
            </div>
          </div>
        </section>
      )}
    </div>
  );
}
