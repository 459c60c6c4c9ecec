/** What an organisation and its packs say, on screens of others. The panel loads this when there is something. */
import '@/components/styles/organisation.css';
import { Organisation } from '@/components/organisation.tsx';
import { HiddenApp, OwnOrigin } from '@/components/own-app.tsx';
import type { App } from '@/utils/catalogue/app.ts';
import type { OwnApp } from '@/utils/helpdesk/pack.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import type { KnownCatalogue } from './knowledge.ts';
import { hrefOf } from './router.ts';

export type OwnRoomProps =
  | {
      readonly room: 'OrganisationRoom';
      readonly policy: Policy;
      /** `null` while it loads: then there is nothing to see yet. */
      readonly catalogue: KnownCatalogue | null;
    }
  | { readonly room: 'OwnOriginRoom'; readonly app: OwnApp }
  | {
      readonly room: 'HiddenAppRoom';
      readonly onShown: (heading: HTMLElement) => void;
      readonly app: App;
      readonly policy: Policy;
      readonly listHref: string;
    };

export function OwnRoom(props: OwnRoomProps) {
  switch (props.room) {
    case 'OrganisationRoom':
      return props.catalogue && <OrganisationRoom policy={props.policy} catalogue={props.catalogue} />;
    case 'OwnOriginRoom':
      return <OwnOrigin app={props.app} />;
    case 'HiddenAppRoom': {
      const { onShown, app, policy, listHref } = props;
      return (
        <HiddenApp
          onShown={onShown}
          name={app.name}
          organisation={policy.organisationName}
          contacts={policy.contacts}
          listHref={listHref}
        />
      );
    }
  }
}

function OrganisationRoom({
  policy,
  catalogue,
}: {
  readonly policy: Policy;
  readonly catalogue: KnownCatalogue;
}) {
  const pack = catalogue.packs.policy;
  const own = (pack?.apps ?? []).filter(
    (app) => !catalogue.isHidden(app.id) && !catalogue.recommended.includes(app),
  );
  return (
    <Organisation
      policy={{
        ...policy,
        // The pack names its own people where the policy names nobody.
        organisationName: policy.organisationName ?? pack?.origin.organisation ?? null,
        contacts: policy.contacts.length > 0 ? policy.contacts : (pack?.contacts ?? []),
        links: [...policy.links, ...(pack?.links ?? [])],
      }}
      recommended={catalogue.recommended}
      own={own}
      appHref={(id) => hrefOf({ at: 'app', id })}
    />
  );
}
