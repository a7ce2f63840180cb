/** The page that shows the AsyncAPI document: channels, their messages, and the fields of each. No script, no library. */
import { asyncApi } from './asyncapi.ts';
import { LINK_STYLE, links, pageOf } from './page.ts';
import type { JsonSchema } from './schemas.ts';

const STYLE = `${LINK_STYLE}
:root { color-scheme: light dark } body { background: light-dark(#fff, #14171c); color: light-dark(#1b1e24, #e6e8eb) }
a { color: light-dark(#0b57d0, #8ab4f8) }
main { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem 4rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word }
h2 { margin-top: 3rem } h3 { margin-top: 2rem }
code { font: 0.9em ui-monospace, monospace }
.fields { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/`([^`]+)`/g, '<code>$1</code>');

type Named = Readonly<Record<string, JsonSchema>>;

function nameOf({ $ref }: JsonSchema): string | undefined {
  return typeof $ref === 'string' ? $ref.slice($ref.lastIndexOf('/') + 1) : undefined;
}

/** In words, as short as they can be: `text`, `list of V2Channel`, `"Ready" or "NotReady"`. */
function typeOf(schema: JsonSchema): string {
  const name = nameOf(schema);
  if (name !== undefined) return `<a href="#${name}">${escaped(name)}</a>`;
  const either = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (Array.isArray(either)) return either.map(typeOf).join(' or ');
  if (Array.isArray(schema.enum))
    return schema.enum.map((value) => `<code>${escaped(String(value))}</code>`).join(', ');
  if (schema.const !== undefined) return `<code>${escaped(String(schema.const))}</code>`;
  if (schema.type === 'array') return `list of ${typeOf((schema.items ?? {}) as JsonSchema)}`;
  return typeof schema.type === 'string' ? schema.type : 'any value';
}

function fieldsOf(name: string, schema: JsonSchema): string {
  const { properties, required = [] } = schema as {
    properties?: Readonly<Record<string, JsonSchema>>;
    required?: readonly string[];
  };
  if (properties === undefined) return `<p>${typeOf(schema)}</p>`;
  const rows = Object.entries(properties).map(([key, field]) => {
    const said = typeof field.description === 'string' ? escaped(field.description) : '';
    const may = required.includes(key) ? '' : ' (may be absent)';
    return `<tr><td><code>${escaped(key)}</code>${may}</td><td>${typeOf(field)}</td><td>${said}</td></tr>`;
  });
  return `<div class="fields" tabindex="0" role="region" aria-label="Fields of ${escaped(name)}"><table>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table></div>`;
}

/** What matters of a message: the fields of `data` if it has one. */
function payloadOf(name: string, payload: JsonSchema): string {
  const { data } = (payload.properties ?? {}) as { data?: JsonSchema };
  return data === undefined
    ? fieldsOf(name, payload)
    : `<p>In <code>data</code>:</p>\n${fieldsOf(name, data)}`;
}

/** The whole page. */
export function messagesPage(): string {
  // Where the server is found is not shown: whoever reads the page is there.
  const { info, channels, components } = asyncApi({ host: 'localhost', protocol: 'http' });
  const messages = components.messages as Readonly<
    Record<string, { readonly name: string; readonly summary: string; readonly payload: JsonSchema }>
  >;
  const told = Object.values(channels).map((channel) => {
    const { address, title, messages: refs } = channel as { address: string; title: string; messages: Named };
    const parts = Object.keys(refs).map((key) => {
      const message = messages[key];
      if (message === undefined) return '';
      return `<h3>${escaped(message.name)}</h3>\n<p>${escaped(message.summary)}</p>\n${payloadOf(message.name, message.payload)}`;
    });
    return `<section><h2><code>${escaped(address)}</code></h2>\n<p>${escaped(title)}</p>\n${parts.join('\n')}</section>`;
  });
  const schemas = Object.entries(components.schemas as Named).map(
    ([name, schema]) =>
      `<section><h3 id="${name}">${escaped(name)}</h3>\n<p>${escaped(String(schema.description ?? ''))}</p>\n${fieldsOf(name, schema)}</section>`,
  );
  const body = `${links}
<main>
<h1>Messages</h1>
<p>${escaped(info.description)}</p>
${told.join('\n')}
<h2>Things that messages hold</h2>
${schemas.join('\n')}
</main>`;
  return pageOf('Intray: messages', STYLE, body);
}
