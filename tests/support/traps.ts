/**
 * Traps for whoever reads a secret from a document. `layTraps` runs in one JavaScript world (the page's or
 * the content script's) and notes every read that could tell a text; `sprungBy` says which of them
 * concerned the secret. Both stand on their own: they are sent to a browser as text.
 */

/** @param exceptFrom reads by code from addresses with this in them are nobody's business (Microsoft's own) */
export function layTraps(exceptFrom: string | null): void {
  interface Read {
    readonly api: string;
    readonly node: unknown;
    readonly value: string;
    readonly always: boolean;
  }
  const trapped = globalThis as unknown as { keytagReads?: Read[]; keytagMuted?: boolean };
  if (trapped.keytagReads) throw new Error('traps were laid here before');
  const reads: Read[] = [];
  trapped.keytagReads = reads;
  const note = (api: string, node: unknown, value: unknown, always = false): void => {
    if (trapped.keytagMuted) return;
    if (exceptFrom !== null && (new Error().stack ?? '').includes(exceptFrom)) return;
    reads.push({ api, node, value: String(value), always });
  };

  const trapGetters = (kind: string, ...names: readonly string[]): void => {
    const prototype = (globalThis as unknown as Record<string, { prototype: object }>)[kind]?.prototype;
    if (!prototype) throw new Error(`no ${kind} here`);
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      const get = own?.get;
      if (!own || !get) throw new Error(`${kind} has no getter ${name}`);
      Object.defineProperty(prototype, name, {
        ...own,
        get(this: unknown) {
          const value: unknown = get.call(this);
          note(`${kind}.${name}`, this, value);
          return value;
        },
      });
    }
  };
  /** `always`: the call is wrong whatever it is about. */
  const trapCalls = (kind: string, always: boolean, ...names: readonly string[]): void => {
    const prototype = (globalThis as unknown as Record<string, { prototype: Record<string, unknown> }>)[kind]
      ?.prototype;
    if (!prototype) throw new Error(`no ${kind} here`);
    for (const name of names) {
      const own = prototype[name] as (...args: unknown[]) => unknown;
      prototype[name] = function (this: unknown, ...args: unknown[]): unknown {
        const value = own.apply(this, args);
        // Most attributes say nothing of the secret; a selector with [value…] asks for it letter by letter.
        const asks =
          !/attribute|matches|closest|query/i.test(name) || /^value$|\[\s*value/i.test(String(args[0]));
        note(`${kind}.${name}`, asks ? this : null, typeof value === 'string' ? value : '', always);
        if (asks && /matches|closest|query/i.test(name)) note(`${kind}.${name}`, this, '', true);
        return value;
      };
    }
  };
  trapGetters('Node', 'textContent', 'nodeValue');
  trapGetters('CharacterData', 'data');
  trapGetters('Text', 'wholeText');
  trapGetters('HTMLElement', 'innerText', 'outerText');
  trapGetters('Element', 'innerHTML', 'outerHTML');
  trapGetters('HTMLInputElement', 'value', 'defaultValue');
  trapGetters('HTMLTextAreaElement', 'value', 'defaultValue');
  trapGetters('Attr', 'value');
  trapCalls(
    'Element',
    false,
    'getAttribute',
    'getHTML',
    'matches',
    'closest',
    'querySelector',
    'querySelectorAll',
  );
  trapCalls('Document', false, 'querySelector', 'querySelectorAll');
  trapCalls('CharacterData', false, 'substringData');
  trapCalls('Range', true, 'toString', 'cloneContents');
  trapCalls('Selection', true, 'toString');
  trapCalls('XMLSerializer', true, 'serializeToString');
  trapCalls('DataTransfer', true, 'getData');
  trapCalls('Document', true, 'execCommand');
  trapCalls('Clipboard', true, 'read', 'readText');
}

/** @returns which traps were sprung by reading `secret`, and how many reads there were of any kind */
export function sprungBy(secret: string): { sprung: string[]; reads: number } {
  interface Read {
    readonly api: string;
    readonly node: unknown;
    readonly value: string;
    readonly always: boolean;
  }
  const trapped = globalThis as unknown as { keytagReads?: Read[]; keytagMuted?: boolean };
  const reads = trapped.keytagReads;
  if (!reads) throw new Error('no traps were laid here');
  trapped.keytagMuted = true;
  const holders = [...document.querySelectorAll('*')].filter(
    (element) =>
      (element instanceof HTMLInputElement && element.value.includes(secret)) ||
      [...element.childNodes].some((child) => child.nodeType === 3 && (child as Text).data.includes(secret)),
  );
  trapped.keytagMuted = false;
  const concerns = (node: unknown): boolean =>
    node instanceof Node &&
    holders.some((holder) => holder === node || holder.contains(node) || node.contains(holder));
  const isValueOf = (read: Read): boolean =>
    read.api === 'Element.getAttribute' && read.node !== null && concerns(read.node);
  const isText = (read: Read): boolean =>
    !/getAttribute|matches|closest|query/i.test(read.api) && concerns(read.node);
  const sprung = reads.filter(
    (read) => read.always || read.value.includes(secret) || isText(read) || isValueOf(read),
  );
  return { sprung: [...new Set(sprung.map((read) => read.api))].sort(), reads: reads.length };
}

/** Reads the secret in every way there is a trap for: shows that the traps work. @returns the traps to be sprung */
export async function readOnPurpose(secret: string): Promise<string[]> {
  const trapped = globalThis as unknown as { keytagMuted?: boolean };
  trapped.keytagMuted = true;
  const holder = [...document.querySelectorAll('*')].findLast((element) =>
    (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).includes(secret),
  );
  trapped.keytagMuted = false;
  if (!(holder instanceof HTMLElement)) throw new Error('no secret on screen');
  const box = holder.parentElement as HTMLElement;
  const range = document.createRange();
  range.selectNodeContents(box);
  await navigator.clipboard.readText().catch(() => '');
  await navigator.clipboard.read().catch(() => '');
  const told: unknown[] = [
    box.textContent,
    box.innerText,
    box.outerText,
    box.innerHTML,
    box.outerHTML,
    box.getHTML(),
    String(range),
    range.cloneContents(),
    String(getSelection()),
    document.execCommand('copy'),
    new XMLSerializer().serializeToString(box),
    new DataTransfer().getData('text/plain'),
    document.querySelector('[value^="a"]'),
    document.querySelectorAll('[value]'),
    box.querySelector('[value]'),
    box.querySelectorAll('[value]'),
    holder.matches('[value^="a"]'),
    holder.closest('[value]'),
  ];
  const names = [
    'Clipboard.read',
    'Clipboard.readText',
    'DataTransfer.getData',
    'Document.execCommand',
    'Document.querySelector',
    'Document.querySelectorAll',
    'Element.closest',
    'Element.getHTML',
    'Element.innerHTML',
    'Element.matches',
    'Element.outerHTML',
    'Element.querySelector',
    'Element.querySelectorAll',
    'HTMLElement.innerText',
    'HTMLElement.outerText',
    'Node.textContent',
    'Range.cloneContents',
    'Range.toString',
    'Selection.toString',
    'XMLSerializer.serializeToString',
  ];
  if (holder instanceof HTMLInputElement) {
    told.push(
      holder.value,
      holder.defaultValue,
      holder.getAttribute('value'),
      holder.attributes.getNamedItem('value')?.value,
    );
    names.push(
      'Attr.value',
      'Element.getAttribute',
      'HTMLInputElement.defaultValue',
      'HTMLInputElement.value',
    );
  } else {
    const text = holder.firstChild as Text;
    told.push(text.data, text.nodeValue, text.wholeText, text.substringData(0, 4));
    names.push('CharacterData.data', 'CharacterData.substringData', 'Node.nodeValue', 'Text.wholeText');
  }
  if (told.length === 0) throw new Error('nothing was read');
  return names.sort();
}
