/** @jsxImportSource react */
/** Choosing a method: the drop-down of generation A, the list of entries of generation B. */
import type { MethodKey } from '../texts.ts';
import { usePage, useTestId } from './context.tsx';
import { Dropdown, Icon, Link } from './fluent.ts';

/** "Password" and the keys are there so that matching a part of a name picks the wrong one. */
const OFFERED: readonly MethodKey[] = [
  'passkey',
  'securityKey',
  'authenticatorApp',
  'phone',
  'alternatePhone',
  'officePhone',
  'email',
  'password',
  'appPassword',
  'securityQuestions',
];
const RECOMMENDED: MethodKey = 'authenticatorApp';

const ICONS: Readonly<Record<MethodKey, string>> = {
  authenticatorApp: 'CellPhone',
  passkey: 'Contact',
  securityKey: 'Usb',
  phone: 'Phone',
  alternatePhone: 'Phone',
  officePhone: 'Phone',
  email: 'Mail',
  password: 'PasswordField',
  appPassword: 'Permissions',
  securityQuestions: 'Info',
};

function useOffered(): readonly MethodKey[] {
  const { appPassword } = usePage().switches;
  return appPassword === 'absent' ? OFFERED.filter((key) => key !== 'appPassword') : OFFERED;
}

interface DropdownProps {
  readonly chosen: MethodKey | null;
  readonly onChoose: (method: MethodKey) => void;
  readonly onListOpen: (open: boolean) => void;
}

export function PickerDropdown({ chosen, onChoose, onListOpen }: DropdownProps) {
  const { texts } = usePage();
  const offered = useOffered();
  return (
    <>
      <p>{texts.question}</p>
      <Dropdown
        ariaLabel={texts.options}
        placeholder={texts.chooseMethod}
        selectedKey={chosen}
        options={offered.map((key) => ({ key, text: texts.methods[key] }))}
        onChange={(_, option) => option && onChoose(option.key as MethodKey)}
        // The list is a layer of its own and would vanish with every replacement of the drop-down.
        calloutProps={{ layerProps: { onLayerDidMount: () => onListOpen(true) } }}
        panelProps={{ layerProps: { onLayerDidMount: () => onListOpen(true) } }}
        onDismiss={() => onListOpen(false)}
      />
    </>
  );
}

interface CardsProps {
  readonly showAll: boolean;
  readonly onShowAll: () => void;
  readonly onPick: (method: MethodKey) => void;
}

export function PickerCards({ showAll, onShowAll, onPick }: CardsProps) {
  const { texts } = usePage();
  const offered = useOffered();
  return (
    <div className="entries">
      {(showAll ? offered : [RECOMMENDED]).map((key) => (
        <Entry key={key} method={key} onPick={() => onPick(key)} />
      ))}
      {!showAll && (
        <div>
          <Link onClick={onShowAll}>{texts.showMore}</Link>
        </div>
      )}
    </div>
  );
}

function Entry({ method, onPick }: { method: MethodKey; onPick: () => void }) {
  const { switches, texts } = usePage();
  const testId = useTestId();
  const key = method === 'appPassword' ? switches.appPasswordKey : method;
  const id = key === 'none' ? {} : testId(`authmethod-picker-${key}`);
  const Descriptor = switches.descriptorTag;
  const content = (
    <>
      <Icon iconName={ICONS[method]} />
      <div>
        <p>{texts.methods[method]}</p>
        <Descriptor className="descriptor">{texts.descriptors[method]}</Descriptor>
      </div>
    </>
  );
  if (switches.pickerEntryTag === 'button') {
    return (
      <button type="button" className="entry" {...id} onClick={onPick}>
        {content}
      </button>
    );
  }
  const pressable = switches.pickerEntryRole === 'button' ? { role: 'button', tabIndex: 0 } : {};
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: bots saw a plain div; a switch decides
    <div
      className="entry"
      {...id}
      {...pressable}
      onClick={onPick}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && onPick()}
    >
      {content}
    </div>
  );
}
