/** A hand-out on screen: the same blocks, in the same places, as the file (utils/helpdesk/handout-html.ts). */
import type { Block, Handout, HandoutStep, Sheet } from '@/utils/helpdesk/handout.ts';
import type { Line, Run } from '@/utils/helpdesk/line.ts';
import { linkAddress } from '@/utils/helpdesk/policy-rules.ts';
import type { Scene, ScenePart } from '@/utils/helpdesk/scene.ts';

/** Its headings stand one level below the screen's own; in the file they are the first. */
export function HandoutView({ handout }: { readonly handout: Handout }) {
  return (
    <div class="handout" lang={handout.language} dir={handout.direction}>
      {handout.sheets.map((sheet) => (
        <SheetView key={sheet.id} sheet={sheet} handout={handout} />
      ))}
    </div>
  );
}

function SheetView({ sheet, handout }: { readonly sheet: Sheet; readonly handout: Handout }) {
  const { organisation, contactsTitle, logoAlt, foot } = handout;
  const { name, logo, contacts } = organisation;
  return (
    <article class="handout-sheet" aria-label={sheet.title}>
      {(name !== null || logo !== null) && (
        <header class="handout-head">
          {logo !== null && <img src={logo} alt={name === null ? logoAlt : ''} />}
          {name !== null && (
            <span>
              <bdi>{name}</bdi>
            </span>
          )}
        </header>
      )}
      <h2 class="handout-title">
        <bdi>{sheet.title}</bdi>
      </h2>
      <p class="handout-quiet">
        <bdi>{sheet.vendor}</bdi>
      </p>
      {sheet.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
        <BlockView key={index} block={block} />
      ))}
      <footer class="handout-foot">
        {contacts.length > 0 && (
          <p>
            <b>{contactsTitle}</b>{' '}
            {contacts.map(({ label, url }, index) => (
              <span key={`${label} ${url}`}>
                {index > 0 && ' · '}
                <RunView run={{ text: label, as: 'name', ...(url === null ? {} : { url }) }} />
              </span>
            ))}
          </p>
        )}
        <p>{foot}</p>
      </footer>
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.is) {
    case 'heading':
      return <h3 class="handout-heading">{block.text}</h3>;
    case 'text':
      return (
        <p>
          <LineView line={block.line} />
        </p>
      );
    case 'verdict':
      return (
        <section class="handout-verdict">
          <p class="handout-word">{block.word}</p>
          <p class="handout-quiet">{block.about}</p>
          {lines(block.reasons).map(({ key, line }) => (
            <p key={key}>
              <LineView line={line} />
            </p>
          ))}
        </section>
      );
    case 'steps':
      return (
        <ol class="handout-steps">
          {block.steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            <StepView key={index} step={step} />
          ))}
        </ol>
      );
    case 'list':
      return (
        <ul class="handout-list">
          {block.items.map(({ title, text }) => (
            <li key={text}>
              <b>
                <LineView line={title} />:
              </b>{' '}
              {text}
            </li>
          ))}
        </ul>
      );
    case 'sources':
      return (
        <section class="handout-sources">
          <h3 class="handout-heading">{block.title}</h3>
          <ul>
            {lines(block.items).map(({ key, line }) => (
              <li key={key}>
                <LineView line={line} />
              </li>
            ))}
          </ul>
        </section>
      );
  }
}

function lines(all: readonly Line[]): { key: string; line: Line }[] {
  return all.map((line) => ({ key: line.map(({ text }) => text).join(''), line }));
}

function StepView({ step: { say, copy, picture, isNote } }: { readonly step: HandoutStep }) {
  const looks = ['handout-step', isNote && 'handout-note', picture && 'handout-pictured'];
  return (
    <li class={looks.filter(Boolean).join(' ')}>
      <div>
        <p>
          <LineView line={say} />
        </p>
        {copy !== null && <pre dir="ltr">{copy.trimEnd()}</pre>}
      </div>
      {picture && <SceneView scene={picture.scene} alt={picture.alt} />}
    </li>
  );
}

function SceneView({ scene: { parts, isDialog }, alt }: { readonly scene: Scene; readonly alt: string }) {
  return (
    <div class={isDialog ? 'scene scene-dialog' : 'scene'} role="img" aria-label={alt}>
      {parts.map((part) => (
        <PartView key={`${part.is} ${part.text} ${part.detail}`} part={part} />
      ))}
    </div>
  );
}

function PartView({ part: { is, text, detail, isMarked } }: { readonly part: ScenePart }) {
  const small = detail !== undefined && <small>{detail}</small>;
  return (
    <div class={isMarked ? `scene-${is} scene-marked` : `scene-${is}`}>
      {is === 'field' && small}
      <span>{text}</span>
      {is !== 'field' && small}
    </div>
  );
}

function LineView({ line }: { readonly line: Line }) {
  return (
    <>
      {line.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place
        <RunView key={index} run={run} />
      ))}
    </>
  );
}

function RunView({ run: { text, as, lang, url } }: { readonly run: Run }) {
  const words =
    as === 'label' ? (
      <b>
        <bdi lang={lang}>{text}</bdi>
      </b>
    ) : as === 'name' ? (
      <bdi>{text}</bdi>
    ) : (
      text
    );
  const address = url === undefined ? null : linkAddress(url);
  if (address === null) return <>{words}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}
