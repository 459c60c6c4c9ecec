/**
 * A hand-out as one HTML file: no script, nothing loaded, every text escaped. Its own policy forbids all but
 * the one style sheet in it.
 */
import type { Block, Handout, HandoutStep, Sheet } from './handout.ts';
import type { Line, Run } from './line.ts';
import { linkAddress } from './policy-rules.ts';
import type { Scene, ScenePart } from './scene.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/**
 * @param style the whole style sheet, as it stands in the file
 * @param styleHash SHA-256 of `style` in base64, for the file's own policy
 */
export function handoutHtml(handout: Handout, style: string, styleHash: string): string {
  const { language, direction, title, sheets } = handout;
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body class="handout-file">',
    '<main class="handout">',
    ...sheets.map((sheet) => sheetHtml(sheet, handout)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sheetHtml(sheet: Sheet, handout: Handout): string {
  return [
    '<article class="handout-sheet">',
    headHtml(handout),
    `<h1 class="handout-title">${named(sheet.title)}</h1>`,
    `<p class="handout-quiet">${named(sheet.vendor)}</p>`,
    ...sheet.blocks.map(blockHtml),
    footHtml(handout),
    '</article>',
  ].join('\n');
}

function headHtml({ organisation: { name, logo }, logoAlt }: Handout): string {
  if (name === null && logo === null) return '';
  const picture =
    logo === null ? '' : `<img src="${escapeHtml(logo)}" alt="${escapeHtml(name === null ? logoAlt : '')}">`;
  return `<header class="handout-head">${picture}${name === null ? '' : `<span>${named(name)}</span>`}</header>`;
}

function footHtml({ organisation: { contacts }, contactsTitle, foot }: Handout): string {
  const asked =
    contacts.length === 0
      ? ''
      : `<p><b>${escapeHtml(contactsTitle)}</b> ${contacts
          .map(({ label, url }) => runHtml({ text: label, as: 'name', ...(url === null ? {} : { url }) }))
          .join(' · ')}</p>`;
  return `<footer class="handout-foot">${asked}<p>${escapeHtml(foot)}</p></footer>`;
}

function blockHtml(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h2 class="handout-heading">${escapeHtml(block.text)}</h2>`;
    case 'text':
      return `<p>${lineHtml(block.line)}</p>`;
    case 'verdict':
      return [
        '<section class="handout-verdict">',
        `<p class="handout-word">${escapeHtml(block.word)}</p>`,
        `<p class="handout-quiet">${escapeHtml(block.about)}</p>`,
        ...block.reasons.map((line) => `<p>${lineHtml(line)}</p>`),
        '</section>',
      ].join('\n');
    case 'steps':
      return `<ol class="handout-steps">\n${block.steps.map(stepHtml).join('\n')}\n</ol>`;
    case 'list':
      return `<ul class="handout-list">\n${block.items
        .map(({ title, text }) => `<li><b>${lineHtml(title)}:</b> ${escapeHtml(text)}</li>`)
        .join('\n')}\n</ul>`;
    case 'sources':
      return `<section class="handout-sources"><h2 class="handout-heading">${escapeHtml(block.title)}</h2>\n<ul>\n${block.items
        .map((line) => `<li>${lineHtml(line)}</li>`)
        .join('\n')}\n</ul></section>`;
  }
}

function stepHtml({ say, copy, picture, isNote }: HandoutStep): string {
  const code = copy === null ? '' : `<pre dir="ltr">${escapeHtml(copy.trimEnd())}</pre>`;
  const drawn = picture === null ? '' : sceneHtml(picture.scene, picture.alt);
  const looks = [
    'handout-step',
    ...(isNote ? ['handout-note'] : []),
    ...(picture ? ['handout-pictured'] : []),
  ];
  return `<li class="${looks.join(' ')}"><div><p>${lineHtml(say)}</p>${code}</div>${drawn}</li>`;
}

function sceneHtml({ parts, isDialog }: Scene, alt: string): string {
  return `<div class="scene${isDialog ? ' scene-dialog' : ''}" role="img" aria-label="${escapeHtml(alt)}">${parts
    .map(partHtml)
    .join('')}</div>`;
}

function partHtml({ is, text, detail, isMarked }: ScenePart): string {
  const small = detail === undefined ? '' : `<small>${escapeHtml(detail)}</small>`;
  const words = `<span>${escapeHtml(text)}</span>`;
  // A field's name stands above what is typed into it.
  const inner = is === 'field' ? small + words : words + small;
  return `<div class="scene-${is}${isMarked ? ' scene-marked' : ''}">${inner}</div>`;
}

function lineHtml(line: Line): string {
  return line.map(runHtml).join('');
}

function runHtml({ text, as, lang, url }: Run): string {
  const language = lang ? ` lang="${escapeHtml(lang)}"` : '';
  const words =
    as === 'label'
      ? `<b><bdi${language}>${escapeHtml(text)}</bdi></b>`
      : as === 'name'
        ? named(text)
        : escapeHtml(text);
  const address = url === undefined ? null : linkAddress(url);
  return address === null ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
}

function named(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}
