/** @jsxImportSource react */
/** Drawings in place of Microsoft's icon font, under the same names (`i[data-icon-name="Add"]`). */
import { registerIcons, setIconOptions } from '@fluentui/react/lib/Styling';

const PATHS: Readonly<Record<string, string>> = {
  Add: 'M8 2v12M2 8h12',
  Back: 'M10 3 5 8l5 5',
  Blocked2: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M4 12l8-8',
  Cancel: 'M3 3l10 10M13 3 3 13',
  Clear: 'M3 3l10 10M13 3 3 13',
  CellPhone: 'M5 1.5h6v13H5zM7 12.5h2',
  CheckMark: 'M2.5 8.5 6 12l7.5-8',
  ChevronDown: 'M3 6l5 5 5-5',
  Contact: 'M8 2.500a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M3 14c0-3 2-5 5-5s5 2 5 5',
  Copy: 'M5 5h8.500v8.500H5zM3 11V2.500h8.5',
  Devices2: 'M1.5 3h9v7h-9zM11.5 6h3v8h-3zM4 13h4',
  Error: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v4M8 11v.5',
  ErrorBadge: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v4M8 11v.5',
  Info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7v4M8 5v.5',
  Mail: 'M2 4h12v8.500H2zM2 4l6 5 6-5',
  More: 'M3 8h.5M8 8h.5M13 8h.5',
  Org: 'M6 2h4v3H6zM2 11h4v3H2zM10 11h4v3h-4zM8 5v3M4 11V8h8v3',
  PasswordField: 'M1.5 5h13v6h-13zM4 8h.5M7 8h.5M10 8h.5',
  Permissions: 'M10.5 2.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8.300 7.700 2 14M4 12l1.5 1.5',
  Phone: 'M4 2l2.5 3L5 7c1 2 2 3 4 4l2-1.5 3 2.5-2 2C7 14 2 9 2 4z',
  Search: 'M7 2.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5 14 14',
  Shield: 'M8 1.5 13.5 4v4c0 3-2 5-5.5 6.500C4.5 13 2.5 11 2.5 8V4z',
  SignOut: 'M6 2.500H2.500v11H6M7 8h7M11 5l3 3-3 3',
  Usb: 'M5.5 6h5v8h-5zM6.5 6V2h3v4',
  WaffleOffice365: 'M3 3h.5M8 3h.5M13 3h.5M3 8h.5M8 8h.5M13 8h.5M3 13h.5M8 13h.5M13 13h.5',
};

export function registerDrawings(): void {
  setIconOptions({ disableWarnings: true });
  const icons = Object.fromEntries(
    Object.entries(PATHS).map(([name, path]) => [
      name,
      <svg
        key={name}
        aria-hidden="true"
        viewBox="0 0 16 16"
        width="1em"
        height="1em"
        fill="none"
        stroke="currentColor"
        strokeWidth={name === 'WaffleOffice365' || name === 'More' ? 2.4 : 1.3}
        strokeLinecap="round"
      >
        <path d={path} />
      </svg>,
    ]),
  );
  registerIcons({ style: { display: 'inline-flex', alignItems: 'center', justifyContent: 'center' }, icons });
}
