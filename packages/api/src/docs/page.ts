/** The page that shows the OpenAPI document. Swagger UI draws it, from files that this server serves itself. */

/** Of what Swagger UI comes with, all that the page needs. */
export const ASSETS = ['swagger-ui-bundle.js', 'swagger-ui.css'] as const;

const head = (title: string, more = '') => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
${more}</head>`;

/** What stands above both pages. */
export const links = `<nav aria-label="Documents">
<a href="/docs">Requests</a>
<a href="/docs/messages">Messages</a>
<a href="/docs/openapi.json">openapi.json</a>
<a href="/docs/asyncapi.json">asyncapi.json</a>
</nav>`;

export const LINK_STYLE = `
a { color: #0b57d0 }
nav { display: flex; flex-wrap: wrap; gap: 1.5rem; max-width: 90rem; margin: 0 auto; padding: 1rem 1.25rem; font: 1rem system-ui, sans-serif }
`;

/** A whole page. */
export const pageOf = (title: string, style: string, body: string, more = ''): string =>
  `${head(title, `<style>${style}</style>\n${more}`)}
<body>
${body}
</body>
</html>
`;

export const requestsPage = pageOf(
  'Intray: requests',
  LINK_STYLE,
  `${links}
<main id="docs"><noscript>This page needs JavaScript; <a href="/docs/openapi.json">openapi.json</a> does not.</noscript></main>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/assets/start.js"></script>`,
  '<link rel="stylesheet" href="/docs/assets/swagger-ui.css">\n',
);

/**
 * Starts the page. Whoever is signed in to the web desk may try requests out: the token that a change needs is in a
 * cookie that pages of this origin can read.
 */
export const START_SCRIPT = `window.SwaggerUIBundle({
  url: '/docs/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  requestInterceptor(request) {
    const token = /(?:^|; )intray_csrf=([^;]*)/.exec(document.cookie)?.[1];
    if (token && new URL(request.url, location.href).origin === location.origin)
      request.headers['x-intray-csrf'] = decodeURIComponent(token);
    return request;
  },
});
`;
