import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

/** The consent page: what a service would show. Plain HTML, no script. */
export function consentPage(service: string): Html {
  return page(
    `${service} (sandbox)`,
    html`<h1>${service} (sandbox)</h1>
<p>This page stands in for the sign-in page of ${service}. Nothing leaves this machine.</p>
<h2 id="question">Allow access to your ${service} account?</h2>
<form method="post" aria-labelledby="question">
<button name="decision" value="approve">Allow</button>
<button name="decision" value="deny" class="quiet">Deny</button>
</form>`,
  );
}

/** A page that only says something. */
export const messagePage = (title: string, sentence: string): Html =>
  page(
    title,
    html`<h1>${title}</h1>
<p>${sentence}</p>`,
  );

const CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 4rem auto; padding: 0 1.5rem; }
h1 { font-size: 1rem; font-weight: 600; }
h2 { font-size: 1.5rem; line-height: 1.25; }
button { font: inherit; padding: 0.625rem 1.25rem; margin-inline-end: 0.5rem; border: 1px solid #1d4ed8; border-radius: 0.375rem; background: #1d4ed8; color: #fff; cursor: pointer; }
button.quiet { background: transparent; border-color: currentColor; color: inherit; }
button:focus-visible { outline: 3px solid #60a5fa; outline-offset: 2px; }
`;

const page = (title: string, body: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${raw(CSS)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
