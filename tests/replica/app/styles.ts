/** The page's own look around Fluent's controls. Plain class names: the real ones are build hashes. */
const CSS = `
html, body { margin: 0; min-height: 100%; }
body { font: 14px/20px "Segoe UI", "Segoe UI Web (West European)", -apple-system, Roboto, "Noto Sans", "Noto Sans CJK JP", "Helvetica Neue", sans-serif;
  background: var(--page); color: var(--ink);
  --page: #faf9f8; --ink: #323130; --quiet: #605e5c; --line: #edebe9; --card: #fff; --bar: #fff; --hover: #f3f2f1; }
body.dark { --page: #1b1a19; --ink: #f3f2f1; --quiet: #c8c6c4; --line: #3b3a39; --card: #252423; --bar: #11100f; --hover: #323130; color-scheme: dark; }
button.css-181 { position: absolute; inset-inline-start: -9999px; top: 4px; z-index: 2; }
button.css-181:focus { inset-inline-start: 8px; }
.topbar { display: flex; align-items: center; gap: 12px; height: 48px; padding: 0 16px; background: var(--bar);
  border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 1; }
.topbar .brand { font-weight: 600; font-size: 16px; flex: 1; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.topbar .waffle { font-size: 18px; display: flex; }
.me { display: flex; align-items: center; gap: 8px; text-align: end; line-height: 15px; font-size: 12px; }
.mectrl_profilepic { width: 32px; height: 32px; border-radius: 50%; display: block; }
.columns { display: flex; align-items: stretch; min-height: calc(100vh - 49px); }
.leftnav { width: 224px; flex: none; padding: 16px 0; border-inline-end: 1px solid var(--line); background: var(--card); }
.leftnav a { display: flex; align-items: center; gap: 12px; padding: 10px 20px; color: inherit; text-decoration: none; }
.leftnav a i { font-size: 16px; color: var(--quiet); }
.leftnav a:hover { background: var(--hover); }
.leftnav a[aria-current] { font-weight: 600; box-shadow: inset 3px 0 #0078d4; }
main { flex: 1; min-width: 0; padding: 28px 40px 48px; max-width: 1040px; }
main > .heading, main h1.heading { font-size: 28px; line-height: 36px; font-weight: 600; margin: 0 0 8px; }
main .intro { display: block; margin-bottom: 12px; color: var(--quiet); }
main .advice { display: block; margin-bottom: 4px; }
main .default { margin: 12px 0; }
.methods { background: var(--card); border: 1px solid var(--line); border-radius: 2px; box-shadow: 0 1.6px 3.6px rgb(0 0 0 / 13%); padding: 4px 0 8px; }
.methods .commands { display: flex; padding: 4px 12px; }
.methods .ms-Button--commandBar { background: transparent; height: 40px; }
.row { display: flex; align-items: center; gap: 16px; min-height: 52px; padding: 4px 20px; border-top: 1px solid var(--line); }
.row .icon { font-size: 18px; width: 20px; display: flex; color: var(--quiet); }
.row .method { width: 200px; flex: none; }
.row .detail { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; color: var(--quiet); }
.row .actions { display: flex; gap: 4px; }
.row .ms-Button, .ms-DetailsRow .ms-Button { color: #0078d4; }
body.dark .row .ms-Button, body.dark .ms-DetailsRow .ms-Button { color: #6cb8f6; }
.footer { margin-top: 20px; }
.banner { margin-bottom: 12px; }
.entries { display: flex; flex-direction: column; gap: 8px; }
.entry { display: flex; align-items: center; gap: 14px; width: 100%; box-sizing: border-box; text-align: start; cursor: pointer; color: inherit;
  font: inherit; padding: 8px 14px; background: transparent; border: 1px solid var(--line); border-radius: 4px; }
.entry:hover { background: var(--hover); }
.entry i { font-size: 20px; color: #0078d4; }
.entry p { margin: 0; font-weight: 600; }
.entry .descriptor { display: block; font-weight: 400; font-size: 12px; line-height: 16px; color: var(--quiet); }
.step h2, .interrupt h1 { font-size: 20px; line-height: 28px; font-weight: 600; margin: 0 0 12px; }
.step p { margin: 0 0 12px; }
.step .result-line { display: flex; align-items: center; gap: 12px; margin: 0 0 10px; }
.step .result-line > span:first-child { min-width: 84px; color: var(--quiet); }
.step .result-line .ms-pii { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: 15px; overflow-wrap: anywhere; }
.step .buttons { display: flex; justify-content: flex-end; gap: 8px; margin-top: 24px; }
.fullpage { background: var(--card); border: 1px solid var(--line); padding: 24px; max-width: 560px; }
.captcha { display: block; font: italic 28px/44px "DejaVu Serif", serif; letter-spacing: 8px; padding: 0 16px; background: var(--hover); width: max-content; }
.interrupt { max-width: 440px; margin: 64px auto; padding: 44px; background: var(--card); box-shadow: 0 2px 6px rgb(0 0 0 / 20%); }
.interrupt .links { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; margin: 16px 0; }
.interrupt .buttons { display: flex; justify-content: flex-end; gap: 8px; margin-top: 24px; }
.password-form { display: flex; flex-direction: column; gap: 12px; max-width: 360px; }
.storm { position: absolute; inset-inline-end: 0; bottom: 0; width: 1px; height: 1px; overflow: hidden; opacity: 0.01; }
@media (max-width: 640px) {
  .leftnav { display: none; }
  main { padding: 20px 14px 40px; }
  .me .who { display: none; }
  .row { flex-wrap: wrap; gap: 2px 12px; padding: 8px 12px; }
  .row .method { width: auto; flex: 1 1 60%; }
  .row .detail { flex: 1 1 50%; padding-inline-start: 32px; }
  .interrupt { margin: 0; padding: 24px; }
}
`;

export function addStyles(): void {
  const style = document.createElement('style');
  style.textContent = CSS;
  document.head.append(style);
}
