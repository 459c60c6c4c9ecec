/**
 * The card's look: paper, ink and brass, so that nobody takes it for a part of Microsoft's page. Sizes in
 * px, since rem would follow the page's root. Contrast, computed after WCAG 2: ring #b8791f on white 3.6,
 * on #1b1a17 4.8 (3 is asked for); a hairline of the opposite tone on either side carries it over
 * anything in between.
 */
export const POINTER_CSS = `
:host { color-scheme: light dark; }
:host(:not(:popover-open)) * { display: none !important; }
* { box-sizing: border-box; }
.card {
  --paper: #fbfaf7; --ink: #1f1d1a; --quiet: #5d584f; --line: #ddd8cd; --control: #857d6f; --brass: #8a5a00;
  --bad: #a3271f; --good: #1d6b3a;
  position: fixed; left: 0; top: 0; width: 320px; max-width: calc(100vw - 16px); max-height: calc(100vh - 16px);
  overflow: auto; padding: 12px 16px 12px; border: 1px solid var(--control); border-radius: 8px;
  border-inline-start: 4px solid var(--brass);
  background: var(--paper); color: var(--ink); box-shadow: 0 4px 16px rgb(31 29 26 / 22%);
  font: 400 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  letter-spacing: normal; text-align: start; pointer-events: auto; user-select: text; cursor: auto;
  overflow-wrap: anywhere;
}
@media (prefers-color-scheme: dark) {
  .card { --paper: #25231f; --ink: #f1eee7; --quiet: #b3aca0; --line: #3b3831; --brass: #f0b74a; --bad: #ff9d93; --good: #7fd19b;
    box-shadow: 0 4px 16px rgb(0 0 0 / 50%); }
}
.head { display: flex; align-items: center; gap: 8px; margin-bottom: 4px; font-size: 13px; color: var(--quiet); }
.head > * { white-space: nowrap; }
.brand { font-weight: 600; color: var(--brass); }
.count { margin-inline-start: auto; }
.fold { min-height: 32px; margin-block: -4px; padding: 0 8px; border-color: transparent; color: var(--quiet); text-decoration: underline; }
.narrow { width: 240px; }
.folded { padding-block: 4px; }
.folded .head { margin: 0; }
.folded :is(.copy, .buttons, .status) { display: none; }
p { margin: 0 0 8px; }
p:first-child { font-size: 16px; }
.copy b, p b { font-weight: 600; }
.tone-careful p:first-child, .tone-stuck p:first-child { border-inline-start: 3px solid var(--bad); padding-inline-start: 8px; }
.tone-finished p:first-child { border-inline-start: 3px solid var(--good); padding-inline-start: 8px; }
.name { font-weight: 600; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 4px; }
button {
  min-height: 32px; padding: 4px 12px; border: 1px solid var(--control); border-radius: 8px;
  background: transparent; color: var(--ink); font: inherit; font-size: 13px; cursor: pointer;
}
button.main { background: var(--brass); border-color: var(--brass); color: var(--paper); font-weight: 600; }
button:hover { border-color: var(--brass); }
button:focus-visible { outline: 2px solid var(--brass); outline-offset: 2px; }
.status:empty { display: none; }
.status { margin: 8px 0 0; font-size: 13px; color: var(--quiet); }
.ring {
  position: fixed; left: 0; top: 0; border: 3px solid #b8791f; border-radius: 8px; pointer-events: none;
  box-shadow: 0 0 0 1px #fff, inset 0 0 0 1px #fff, 0 0 0 2px rgb(31 29 26 / 60%);
}
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) {
  .card { transition: opacity 120ms ease-out; }
}
@media (forced-colors: active) {
  .card { border-color: CanvasText; }
  .ring { border-color: Highlight; box-shadow: none; forced-color-adjust: none; }
  button.main { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
}
`;
