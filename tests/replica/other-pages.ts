/** Pages around the replica on which nothing of the guide may be seen. Plain HTML, made by hand. */

/** A sign-in page with the markers bots know (utils/pages/security-info/README.md). Its button posts back to itself. */
export function signInPage(): string {
  return `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Sign in to your account</title>
<meta name="PageID" content="ConvergedTFA"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<style>body.cb{margin:0;min-height:100vh;display:grid;place-items:center;background:#eef1f5;font:15px/20px "Segoe UI","Noto Sans",sans-serif;color:#1b1b1b}
#lightbox{width:360px;max-width:86vw;padding:44px;background:#fff;box-shadow:0 2px 6px #0003}.text-title{font-size:24px;line-height:28px;font-weight:600;margin:16px 0 12px}
input[type=tel]{width:100%;box-sizing:border-box;border:0;border-bottom:1px solid #666;padding:6px 0;font:inherit;margin:12px 0 24px}
.row.end{display:flex;justify-content:flex-end;gap:4px}#idSIButton9{background:#0067b8;color:#fff;border:0;padding:6px 26px;font:inherit}#idBtn_Back{background:#ccc;border:0;padding:6px 26px;font:inherit}</style></head>
<body class="cb"><form method="post" id="lightbox"><div>Microsoft</div><div id="idDiv_SAOTCAS_Title" class="row text-title" role="heading" aria-level="1">Verify your identity</div>
<div id="idRichContext_DisplaySign">Open your Authenticator app, and enter the code to sign in.</div>
<input type="tel" id="idTxtBx_SAOTCC_OTC" name="otc" aria-label="Code" autocomplete="off">
<div class="row end"><button type="button" id="idBtn_Back">Back</button><button type="submit" id="idSIButton9">Verify</button></div></form></body></html>`;
}

/** Any host may frame Microsoft's page: no X-Frame-Options was seen (captured 2026-08-07). */
export function framingPage(framed: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page with a frame</title><link rel="icon" href="data:,"></head>
<body><h1>Not Microsoft</h1><iframe title="framed" src="${framed}" style="width:100%;height:80vh;border:0"></iframe></body></html>`;
}

/** The older page for app passwords: words known (Microsoft's user help, 2018 to 2020), markup assumed. */
export function legacyAppPasswordsPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Additional security verification</title><link rel="icon" href="data:,"></head>
<body><form method="post"><h1>Additional security verification</h1><ul role="tablist"><li role="tab">additional security verification</li><li role="tab" aria-selected="true">app passwords</li></ul>
<p>To sign in to apps that don't support two-step verification you need an app password.</p><button type="submit" name="create">Create</button>
<table><tr><th>Name</th><th>Date created</th></tr><tr><td>Outlook at work</td><td>11/2/2026</td><td><button name="delete">Delete</button></td></tr></table></form></body></html>`;
}

/** The page of personal accounts: ids known (public code, 2024 to 2026), the section's markup assumed. */
export function personalProofsPage(nonce: string): string {
  return `<!doctype html><html lang="en" xml:lang="en" dir="ltr"><head><meta charset="utf-8"><title>Additional security</title><link rel="icon" href="data:,">
<script nonce="${nonce}">var ServerData={};</script></head><body><h1>Additional security</h1>
<a id="AddProofLink" href="#">Add a new way to sign in or verify</a><h2>Two-step verification</h2><a id="toggleTfaLink" href="#">Turn off</a>
<h2>App passwords</h2><p>Some apps and devices don't support security codes.</p><a href="/proofs/AppPassword">Create a new app password</a></body></html>`;
}
