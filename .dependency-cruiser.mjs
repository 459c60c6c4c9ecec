/**
 * The borders of ARCHITECTURE.md, as rules. Type-only imports count: a folder that knows another's
 * types knows that folder. tests/conventions/tools-bite.test.ts plants a violation of each rule.
 */

/** Domain folders that run anywhere: no browser APIs, no storage, no framework. */
const CORE =
  '^utils/(pages|guide|catalogue|timeline|advisor|troubleshoot|vault|inventory|rotation|helpdesk|messages|lib)/';
/** What runs inside Microsoft's page. */
const CONTENT_SCRIPT = '^entrypoints/(security-info|link)/';
/** All that code in Microsoft's page may be bundled with. */
const CONTENT_SCRIPT_REACH = '^utils/(pages|guide|pointer|messages|platform|lib)/';

export default {
  forbidden: [
    {
      name: 'content-script-reach',
      comment:
        "Code that runs in a Microsoft page can't be bundled with the vault, storage, the inventory, use cases or the catalogue, not even through another file. Send a message to the background instead.",
      severity: 'error',
      from: { path: CONTENT_SCRIPT },
      to: {
        path: '^(utils|components|entrypoints)/',
        pathNot: [CONTENT_SCRIPT_REACH, CONTENT_SCRIPT],
        reachable: true,
      },
    },
    {
      name: 'pointer-reach',
      comment:
        'The pointer and the reader run in a Microsoft page: they may reach pages, guide, pointer, messages, platform and lib only, not even indirectly anything else.',
      severity: 'error',
      from: { path: '^utils/(pages|guide|pointer|messages)/' },
      to: { path: '^(utils|components|entrypoints)/', pathNot: CONTENT_SCRIPT_REACH, reachable: true },
    },
    {
      name: 'practice-reach',
      comment:
        'The rehearsal page works without an account: it reaches no vault, no storage and no inventory.',
      severity: 'error',
      from: { path: '^entrypoints/practice/' },
      to: { path: '^utils/(vault|storage|inventory)/', reachable: true },
    },
    {
      name: 'nothing-imports-entrypoints',
      comment: 'Entrypoints are the outermost ring. Move what two of them share into components or utils.',
      severity: 'error',
      from: { path: '^(utils|components)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'entrypoints-stay-apart',
      comment: 'An entrypoint imports no other entrypoint. Move what they share into components or utils.',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
    {
      name: 'utils-import-no-components',
      comment:
        'Decisions and use cases return values; views draw them. Imports run from components to utils.',
      severity: 'error',
      from: { path: '^utils/' },
      to: { path: '^components/' },
    },
    {
      name: 'components-take-props',
      comment:
        'A view takes props and gives events: no browser APIs, no storage, no use cases. Only platform/i18n is allowed, for its words.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '(^utils/(platform|storage|app)/|node_modules/(wxt|webextension-polyfill|idb)/)',
        pathNot: '^utils/platform/i18n\\.ts$',
      },
    },
    {
      name: 'core-is-pure',
      comment:
        'The core decides and returns values. Browser APIs, storage, use cases and the pointer call the core, never the other way round.',
      severity: 'error',
      from: { path: CORE },
      to: {
        path: '(^utils/(platform|storage|app|pointer)/|node_modules/(@wxt-dev|wxt|webextension-polyfill|@types/webextension-polyfill|preact|idb)/)',
      },
    },
    {
      name: 'product-uses-no-node',
      comment: "Product code runs in a browser: Node's modules are not there.",
      severity: 'error',
      from: { path: '^(utils|components|entrypoints)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'lib-has-no-domain',
      comment: 'utils/lib knows nothing of the product. What needs a domain type belongs to that domain.',
      severity: 'error',
      from: { path: '^utils/lib/' },
      to: { path: '^(utils|components|entrypoints)/', pathNot: '^utils/lib/' },
    },
    {
      name: 'only-platform-knows-the-browser',
      comment: "utils/platform and entrypoints are the only files that know the browser's APIs.",
      severity: 'error',
      from: { path: '^(utils|components)/', pathNot: '^utils/platform/' },
      to: { path: 'node_modules/(wxt|webextension-polyfill|@wxt-dev)/' },
    },
    {
      name: 'platform-decides-nothing',
      comment:
        'utils/platform carries out what others decide: it implements the ports of app and pointer, and knows pages and messages.',
      severity: 'error',
      from: { path: '^utils/platform/' },
      to: {
        path: '^utils/(catalogue|timeline|advisor|troubleshoot|vault|inventory|rotation|helpdesk|storage)/',
      },
    },
    {
      name: 'use-cases-take-ports',
      comment:
        'A use case names the ports it needs and gets them passed in; it imports neither browser nor storage.',
      severity: 'error',
      from: { path: '^utils/app/' },
      to: { path: '^utils/(platform|storage|pointer)/' },
    },
    {
      name: 'storage-knows-no-use-case',
      comment: 'Use cases get storage passed in; storage calls none of them.',
      severity: 'error',
      from: { path: '^utils/storage/' },
      to: { path: '^utils/app/' },
    },
    {
      name: 'an-app-is-data',
      comment: 'An application file imports only the type it is written in (utils/catalogue/app.ts).',
      severity: 'error',
      from: { path: '^utils/catalogue/apps/' },
      to: { pathNot: '^utils/catalogue/app\\.ts$' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'must-resolve',
      comment: 'An import that resolves to nothing hides an edge from all other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'product-imports-no-tests',
      comment: 'Tests know the product, never the other way round.',
      severity: 'error',
      from: { path: '^(utils|components|entrypoints|wxt\\.config)' },
      to: { path: '^tests/' },
    },
    {
      name: 'product-uses-no-dev-dependency',
      comment: 'What is shipped stands under "dependencies", so that the SBOM and the licence list name it.',
      severity: 'error',
      from: { path: '^(utils|components|entrypoints)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        // WXT is the build tool, MIT; the few lines of it that are shipped define entrypoints.
        pathNot: ['node_modules/wxt/', 'node_modules/@types/', 'node_modules/vite/client'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)\\.(output|wxt)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'module', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
