/** `npm run policies`: writes the files for administrators (utils/helpdesk/deploy) anew. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEPLOY_FOLDER, policySources } from './policy-deploy.ts';
import { policyFiles } from './policy-files.ts';

for (const [name, text] of policyFiles(policySources())) {
  const file = join(DEPLOY_FOLDER, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`utils/helpdesk/deploy/${name}`);
}
