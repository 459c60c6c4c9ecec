/** The inventory's own icons. They load with it; those of the first paint stand in components/icon.tsx. */
import {
  Archive,
  Download,
  Eye,
  FileDown,
  FileUp,
  ListFilter,
  LockKeyhole,
  Pencil,
  Plus,
  RotateCcw,
  ShieldCheck,
  Trash,
  Undo2,
} from 'lucide-preact';

const SYMBOLS = {
  add: Plus,
  archive: Archive,
  backup: Download,
  delete: Trash,
  edit: Pencil,
  export: FileUp,
  filter: ListFilter,
  import: FileDown,
  lock: LockKeyhole,
  restore: RotateCcw,
  reveal: Eye,
  safe: ShieldCheck,
  undo: Undo2,
} as const;

export type SymbolName = keyof typeof SYMBOLS;

/** Decorative always; words stand beside it. */
export function Glyph({ name, size = 16 }: { readonly name: SymbolName; readonly size?: 16 | 20 }) {
  const Picture = SYMBOLS[name];
  return (
    <Picture
      class={name === 'undo' ? 'icon icon-mirrored' : 'icon'}
      size={size}
      strokeWidth={size === 16 ? 2 : 1.75}
      aria-hidden="true"
      focusable="false"
    />
  );
}

export interface SymbolButtonProps {
  readonly symbol: SymbolName;
  readonly children: string;
  readonly onClick: () => void;
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly busy?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
}

/** A button as in components/controls.tsx, with one of these icons. */
export function SymbolButton(props: SymbolButtonProps) {
  const { symbol, children, onClick, look = 'secondary', busy = false, expanded, controls } = props;
  return (
    <button
      type="button"
      class={`button button-${look}`}
      aria-disabled={busy ? 'true' : undefined}
      aria-expanded={expanded}
      aria-controls={expanded ? controls : undefined}
      onClick={() => {
        if (!busy) onClick();
      }}
    >
      <Glyph name={symbol} />
      <span>{children}</span>
    </button>
  );
}
