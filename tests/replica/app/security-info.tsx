/** @jsxImportSource react */
/** The list of methods (`/security-info`) and the dialogs that open over it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Row } from '../switches.ts';
import { useAddFlow } from './add-flow.tsx';
import { api } from './api.ts';
import { usePage } from './context.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import {
  ActionButton,
  CommandBarButton,
  DetailsList,
  DetailsListLayoutMode,
  Icon,
  Link,
  MessageBar,
  MessageBarType,
  SelectionMode,
  Shimmer,
  Spinner,
  SpinnerSize,
} from './fluent.ts';
import { SessionDialog } from './session-dialog.tsx';

const ROW_ICONS: Readonly<Record<Row['method'], string>> = {
  password: 'PasswordField',
  authenticatorApp: 'CellPhone',
  phone: 'Phone',
  appPassword: 'Permissions',
};

export function SecurityInfo() {
  const { switches, texts } = usePage();
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [banner, setBanner] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Row | null>(null);
  const mounted = useRef(true);

  const refetch = useCallback(async () => {
    const next = await api.rows();
    if (mounted.current) setRows(next);
  }, []);
  /** The real list catches up 0.5 to 30 seconds later (what public bots wait for). */
  const refetchLater = useCallback(() => {
    setTimeout(() => void refetch(), switches.rowDelayMs);
  }, [refetch, switches.rowDelayMs]);

  useEffect(() => {
    mounted.current = true;
    void refetch();
    return () => {
      mounted.current = false;
    };
  }, [refetch]);

  const loaded = rows !== null;
  useEffect(() => {
    if (loaded && switches.title === 'changes-after-data') {
      document.title = 'My Sign-Ins | Security Info | Microsoft.com';
    }
  }, [loaded, switches.title]);

  const flow = useAddFlow({ onDone: refetchLater, onBanner: setBanner });

  /** A proof older than ten minutes sends the person to the sign-in page first; nothing is open after. */
  const managing = async (then: () => void) => {
    const { redirect } = await api.mayManage();
    if (redirect) location.assign(redirect);
    else then();
  };

  if (flow.fullPage) return flow.fullPage;

  const Heading = switches.heading;
  return (
    <>
      <Heading className="heading">{texts.securityInfo}</Heading>
      <span className="intro">{texts.subtitle}</span>
      {rows === null ? (
        <Skeleton />
      ) : (
        <>
          {switches.adviceLine && <span className="advice">{texts.adviceLine}</span>}
          {switches.defaultMethodLine && (
            <div className="default">
              <b>{texts.defaultMethod}</b> {texts.methods.authenticatorApp} <Link>{texts.change}</Link>
            </div>
          )}
          {banner && (
            <div id="ms-banner" className="banner">
              <MessageBar
                messageBarType={MessageBarType.error}
                onDismiss={() => setBanner(null)}
                dismissButtonAriaLabel={texts.close}
              >
                {banner}
              </MessageBar>
            </div>
          )}
          <div className="methods">
            <div className="commands">
              <AddButton onClick={() => void managing(flow.start)} />
            </div>
            <Rows rows={rows} onDelete={(row) => void managing(() => setDeleting(row))} />
          </div>
          <div className="footer">
            {texts.lostDevice} <Link>{texts.signOutEverywhere}</Link>
          </div>
        </>
      )}
      {flow.dialog}
      <DeleteDialog
        row={deleting}
        onClose={() => setDeleting(null)}
        onConfirm={(row) => {
          setDeleting(null);
          void api.delete(row.id).then(refetchLater);
        }}
      />
      <SessionDialog due={switches.timeoutDialog && (flow.isOpen || deleting !== null)} />
    </>
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  const { switches, texts } = usePage();
  const text = switches.addButtonText === 'Add method' ? texts.addMethodButtonOld : texts.addMethodButton;
  if (switches.addButton === 'renamed') {
    return (
      <button type="button" className="entry" data-testid="method-register-button" onClick={onClick}>
        Set up another way
      </button>
    );
  }
  const name = { 'Add method': 'Add method', localised: text, absent: undefined }[switches.addButtonName];
  return (
    <CommandBarButton
      {...(name === undefined ? {} : { name })}
      iconProps={{ iconName: 'Add' }}
      text={text}
      onClick={onClick}
    />
  );
}

function Skeleton() {
  const { skeleton } = usePage().switches;
  if (skeleton === 'spinner') return <Spinner size={SpinnerSize.large} style={{ marginTop: 60 }} />;
  return (
    <div style={{ display: 'grid', gap: 20, marginTop: 24 }}>
      <Shimmer width="30%" />
      <Shimmer />
      <Shimmer />
      <Shimmer width="75%" />
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly onDelete: (row: Row) => void;
}

function Rows({ rows, onDelete }: RowsProps) {
  const { switches, texts } = usePage();
  const detail = (row: Row) => (
    <span {...(switches.rowNameMarked ? { className: 'ms-pii' } : {})}>{row.detail}</span>
  );
  const actions = (row: Row) => <RowActions row={row} onDelete={onDelete} />;

  if (switches.rowContainer === 'grid') {
    return (
      <DetailsList
        items={[...rows]}
        getKey={(row: Row) => row.id}
        layoutMode={DetailsListLayoutMode.justified}
        selectionMode={SelectionMode.none}
        isHeaderVisible={false}
        onShouldVirtualize={() => false}
        columns={[
          {
            key: 'method',
            name: '',
            minWidth: 120,
            maxWidth: 220,
            isRowHeader: true,
            onRender: (row: Row) => <span>{texts.methods[row.method]}</span>,
          },
          { key: 'detail', name: '', minWidth: 80, onRender: detail },
          { key: 'actions', name: '', minWidth: 170, onRender: actions },
        ]}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: one of the two containers the page may use
    <div role="list">
      {rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div role="listitem" className="row" key={row.id}>
          <span className="icon">
            <Icon iconName={ROW_ICONS[row.method]} />
          </span>
          <span className="method">{texts.methods[row.method]}</span>
          <span className="detail">{detail(row)}</span>
          <span className="actions">{actions(row)}</span>
        </div>
      ))}
    </div>
  );
}

function RowActions({ row, onDelete }: { row: Row; onDelete: (row: Row) => void }) {
  const { switches, texts, go } = usePage();
  return (
    <>
      {row.canChange && (
        <ActionButton
          text={texts.change}
          onClick={() => row.method === 'password' && go('/security-info/password/change')}
        />
      )}
      {row.canDelete && (
        <ActionButton
          text={texts.delete}
          // Seen as "Delete Passkey"; for app passwords the same pattern is expected (utils/pages/security-info/README.md).
          {...(switches.rowDeleteLabel === 'aria-label'
            ? { ariaLabel: `${texts.delete} ${texts.methods[row.method]}` }
            : {})}
          onClick={() => onDelete(row)}
        />
      )}
    </>
  );
}
