/**
 * The files for administrators, as text, from the one list of keys: Windows (ADMX, ADML, registry), macOS, Linux,
 * Firefox, and the page that explains them. Nothing is read or written here.
 */
import { POLICY_KEYS, POLICY_RULES, type PolicyKey } from '@/utils/helpdesk/policy.ts';
import type { RuleShape } from '@/utils/helpdesk/policy-rules.ts';
import { nameKey, POLICY_WORDS } from './policy-words.ts';

type Language = 'en' | 'de';

export interface PolicySources {
  /** Messages of the product: the names of the keys. */
  readonly messages: Readonly<Record<Language, Readonly<Record<string, { readonly message: string }>>>>;
  /** Of the add-on in Firefox, from the manifest. */
  readonly firefoxId: string;
}

/** Stands where the id of the installed extension goes: it differs between Chrome's and Edge's store. */
const ID = 'EXTENSION_ID';

const BROWSERS = [
  { id: 'Chrome', key: `Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}\\policy` },
  { id: 'Edge', key: `Software\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy` },
] as const;

/** @returns file names, with `/` between folders, and what is in them */
export function policyFiles(sources: PolicySources): ReadonlyMap<string, string> {
  const browsers = [
    ...BROWSERS,
    {
      id: 'Firefox',
      key: `Software\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${sources.firefoxId}`,
    },
  ];
  const examples = Object.fromEntries(POLICY_KEYS.map((key) => [key, POLICY_WORDS[key].example]));
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ['windows/keytag.admx', admx(browsers)],
    ['windows/en-US/keytag.adml', adml('en', sources, browsers)],
    ['windows/de-DE/keytag.adml', adml('de', sources, browsers)],
    ['windows/keytag.reg', registry(browsers)],
    ['macos/keytag.plist', plist(examples)],
    ['linux/keytag.json', json({ '3rdparty': { extensions: { [ID]: examples } } })],
    [
      'firefox/policies.json',
      json({ policies: { '3rdparty': { Extensions: { [sources.firefoxId]: examples } } } }),
    ],
    ['README.md', page(sources)],
  ]);
}

type Browser = { readonly id: string; readonly key: string };

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

// Windows ------------------------------------------------------------------------------------------------

const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>';
const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

function admx(browsers: readonly Browser[]): string {
  const categories = browsers.map(
    ({ id }) =>
      `    <category name="Keytag${id}" displayName="$(string.Keytag${id})"><parentCategory ref="Keytag" /></category>`,
  );
  const policies = browsers.flatMap((browser) => POLICY_KEYS.map((key) => admxPolicy(browser, key)));
  return `${XML_HEAD}
<policyDefinitions xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="keytag" namespace="Keytag.Policies" />
    <using prefix="windows" namespace="Microsoft.Policies.Windows" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions><definition name="Any" displayName="$(string.SupportedAny)" /></definitions>
  </supportedOn>
  <categories>
    <category name="Keytag" displayName="$(string.Keytag)" />
${categories.join('\n')}
  </categories>
  <policies>
${policies.join('\n')}
  </policies>
</policyDefinitions>
`;
}

function admxPolicy({ id, key }: Browser, name: PolicyKey): string {
  const { shape } = POLICY_RULES[name];
  const attributes = [
    `name="${id}_${name}" class="Both"`,
    `displayName="$(string.${name})" explainText="$(string.${name}_Explain)"`,
    `key="${xml(key)}"`,
    ...(shape.is === 'flag' ? [`valueName="${name}"`] : [`presentation="$(presentation.${name})"`]),
  ].join(' ');
  const value =
    shape.is === 'flag'
      ? `      <enabledValue><decimal value="1" /></enabledValue>
      <disabledValue><decimal value="0" /></disabledValue>`
      : `      <elements>${admxElement(shape, name, key)}</elements>`;
  return `    <policy ${attributes}>
      <parentCategory ref="Keytag${id}" />
      <supportedOn ref="Any" />
${value}
    </policy>`;
}

function admxElement(shape: Exclude<RuleShape, { is: 'flag' }>, name: PolicyKey, key: string): string {
  const at = `id="${name}" valueName="${name}"`;
  switch (shape.is) {
    case 'number':
      return `<decimal ${at} required="true" minValue="${shape.from}" maxValue="${shape.to}" />`;
    case 'one-number':
    case 'one-word': {
      const items = shape.of.map((value) => {
        const stored =
          typeof value === 'number' ? `<decimal value="${value}" />` : `<string>${xml(value)}</string>`;
        return `<item displayName="$(string.${name}_${value})"><value>${stored}</value></item>`;
      });
      return `<enum ${at} required="true">${items.join('')}</enum>`;
    }
    case 'apps':
      return `<list id="${name}" key="${xml(`${key}\\${name}`)}" valuePrefix="" />`;
    default:
      return `<text ${at} required="true" maxLength="${mostCharacters(shape)}" />`;
  }
}

/** Everything that has no control of its own is written as one line: text, or JSON. */
function mostCharacters(shape: RuleShape): number {
  switch (shape.is) {
    case 'text':
      return shape.most;
    case 'logo':
      return 'data:image/png;base64,'.length + Math.ceil(shape.mostBytes / 3) * 4;
    case 'pack':
      return shape.mostBytes;
    case 'links':
      return shape.most * (shape.longestLabel + shape.longestUrl + 32);
    default:
      return 1_023;
  }
}

const WINDOWS_WORDS = {
  en: {
    any: 'Any version',
    about: 'Values for the browser extension Keytag',
    json: 'As JSON in one line, for example:',
  },
  de: {
    any: 'Jede Version',
    about: 'Werte für die Browsererweiterung Keytag',
    json: 'Als JSON in einer Zeile, zum Beispiel:',
  },
} as const;

function adml(language: Language, { messages }: PolicySources, browsers: readonly Browser[]): string {
  const words = WINDOWS_WORDS[language];
  const string = (id: string, text: string) => `      <string id="${id}">${xml(text)}</string>`;
  const strings = POLICY_KEYS.flatMap((key) => {
    const { shape } = POLICY_RULES[key];
    const about = POLICY_WORDS[key];
    const isJson = shape.is === 'links' || shape.is === 'hours';
    const explain = isJson
      ? `${about[language]}\n\n${words.json} ${JSON.stringify(about.example)}`
      : about[language];
    const items = shape.is === 'one-number' || shape.is === 'one-word' ? shape.of : [];
    return [
      string(key, nameOf(key, language, messages)),
      string(`${key}_Explain`, explain),
      ...items.map((item) => string(`${key}_${item}`, String(item))),
    ];
  });
  const presentations = POLICY_KEYS.flatMap((key) => {
    const { shape } = POLICY_RULES[key];
    if (shape.is === 'flag') return [];
    return [
      `      <presentation id="${key}">${control(shape, key, xml(nameOf(key, language, messages)))}</presentation>`,
    ];
  });
  return `${XML_HEAD}
<policyDefinitionResources xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <displayName>Keytag</displayName>
  <description>${xml(words.about)}</description>
  <resources>
    <stringTable>
${[
  string('Keytag', 'Keytag'),
  ...browsers.map(({ id }) => string(`Keytag${id}`, id)),
  string('SupportedAny', words.any),
  ...strings,
].join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function control(shape: RuleShape, key: PolicyKey, label: string): string {
  switch (shape.is) {
    case 'number': {
      const { example } = POLICY_WORDS[key];
      return `<decimalTextBox refId="${key}" defaultValue="${example}">${label}</decimalTextBox>`;
    }
    case 'one-number':
    case 'one-word':
      return `<dropdownList refId="${key}" noSort="true">${label}</dropdownList>`;
    case 'apps':
      return `<listBox refId="${key}">${label}</listBox>`;
    default:
      return `<textBox refId="${key}"><label>${label}</label></textBox>`;
  }
}

function registry(browsers: readonly Browser[]): string {
  const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const dword = (value: number) => `dword:${value.toString(16).padStart(8, '0')}`;
  const lines = browsers.flatMap(({ key }) => {
    const values: string[] = [];
    const lists: string[] = [];
    for (const name of POLICY_KEYS) {
      const { example } = POLICY_WORDS[name];
      if (POLICY_RULES[name].shape.is === 'apps' && Array.isArray(example)) {
        const items = example.map((item, index) => `"${index + 1}"=${quoted(String(item))}`);
        lists.push('', `[HKEY_LOCAL_MACHINE\\${key}\\${name}]`, ...items);
      } else if (typeof example === 'number' || typeof example === 'boolean') {
        values.push(`"${name}"=${dword(Number(example))}`);
      } else {
        values.push(`"${name}"=${quoted(typeof example === 'string' ? example : JSON.stringify(example))}`);
      }
    }
    return ['', `[HKEY_LOCAL_MACHINE\\${key}]`, ...values, ...lists];
  });
  return `Windows Registry Editor Version 5.00\n${lines.join('\n')}\n`;
}

// macOS --------------------------------------------------------------------------------------------------

function plist(examples: Readonly<Record<string, unknown>>): string {
  return `${XML_HEAD}
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${plistValue(examples, '')}
</plist>
`;
}

function plistValue(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  if (Array.isArray(value)) {
    return `${indent}<array>\n${value.map((item) => plistValue(item, deeper)).join('\n')}\n${indent}</array>`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => `${deeper}<key>${xml(key)}</key>\n${plistValue(item, deeper)}`,
    );
    return `${indent}<dict>\n${entries.join('\n')}\n${indent}</dict>`;
  }
  return `${indent}<string>${xml(String(value))}</string>`;
}

// The page -----------------------------------------------------------------------------------------------

function page({ messages, firefoxId }: PolicySources): string {
  const rows = POLICY_KEYS.map((key) => {
    const { en } = POLICY_WORDS[key];
    return `| \`${key}\` | ${kindOf(POLICY_RULES[key].shape)} | ${nameOf(key, 'en', messages)}. ${en} |`;
  });
  return `# Deploying Keytag in an organisation

Made by \`npm run policies\` from \`utils/helpdesk/policy.ts\`; a test compares. Don't edit by hand.

The files here hold every key with a value to start from. Take what you need: a key that is not there is not
managed. **Replace \`${ID}\`** by the id that \`chrome://extensions\` or \`edge://extensions\` shows with developer mode
on; it differs between the stores. In Firefox the id is \`${firefoxId}\`.

Keytag reads each value by itself. One it can't use is ignored, the others hold; **Settings, What your organisation
manages** lists both, with the reason. Nothing is ever loaded from a network: a logo is part of the value.

## Windows, by Group Policy

1. Replace \`${ID}\` in \`windows/keytag.admx\`.
2. Copy it to the central store (\`PolicyDefinitions\`), and the \`.adml\` files to its folders \`en-US\` and \`de-DE\`.
3. Set the values under Administrative Templates, Keytag, in the folder of the browser.

Chrome and Edge follow a change at once, Firefox when it starts again.

## Windows, by Intune or a script

- Intune, Devices, Configuration, Import ADMX: \`windows/keytag.admx\` with one \`.adml\`, then a profile from "Imported
  administrative templates".
- Or write the values of \`windows/keytag.reg\`: numbers and yes/no as DWORD, text as it is, contacts, links and quiet
  hours as JSON in one line, lists of apps as numbered values below a key of their own.

## macOS

Deliver \`macos/keytag.plist\` as a configuration profile with the preference domain
\`com.google.Chrome.extensions.${ID}\` or \`com.microsoft.Edge.extensions.${ID}\`. Firefox: see below.

## Linux

Copy \`linux/keytag.json\` to \`/etc/opt/chrome/policies/managed/\`, \`/etc/opt/edge/policies/managed/\` or
\`/etc/chromium/policies/managed/\`. Files there must be readable for everybody and writable for root alone.

## Firefox

Merge \`firefox/policies.json\` into the one of your installation: \`/etc/firefox/policies/\` on Linux, \`distribution/\` in
the program's folder on Windows, \`Firefox.app/Contents/Resources/distribution/\` on macOS. \`about:policies\` shows
what was read.

## Is it there?

\`chrome://policy\` or \`edge://policy\` lists the values under Keytag. A value of another type than the one below is
dropped by Chrome and Edge before Keytag sees it, and named on that page.

## Keys

| key | value | what it does |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function kindOf(shape: RuleShape): string {
  switch (shape.is) {
    case 'text':
      return 'text';
    case 'logo':
      return 'text, an image';
    case 'pack':
      return 'JSON text';
    case 'links':
      return 'list of `{ label, url }`';
    case 'apps':
      return 'list of text';
    case 'hours':
      return '`{ from, to }`';
    case 'flag':
      return 'true or false';
    case 'number':
      return `number, ${shape.from} to ${shape.to}`;
    case 'one-number':
    case 'one-word':
      return shape.of.map((value) => `\`${value}\``).join(', ');
  }
}

function nameOf(key: PolicyKey, language: Language, messages: PolicySources['messages']): string {
  const found = messages[language][nameKey(key)];
  if (!found) throw new Error(`no message ${nameKey(key)} in ${language}`);
  return found.message;
}
