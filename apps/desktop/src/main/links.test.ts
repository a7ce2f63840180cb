import { describe, expect, test } from 'vitest';
import { interactionIn, linkAmong } from './deep-links.ts';
import { externalLink } from './external-links.ts';
import { fileOf, isOwnPage } from './pages.ts';
import { serverOrigin } from './servers.ts';
import { placeOn } from './window-place.ts';

describe('external links', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id PCWDiagnostic',
    'vscode://x',
    'intray://interaction/1',
    'app://intray/index.html',
    'https:evil.example',
    'https:///evil.example',
    'http://example.com/',
    'https://user:secret@example.com/',
    'https://user@example.com/',
    ' https://example.com/',
    'https://example.com/\u0000',
    'https://example.com\\@evil.example/',
    'https://exa\u202Emple.com/',
    'https://example.com/"onmouseover="x',
    'mailto:a@b.c?attach=/etc/passwd"',
    '',
    '//example.com',
    'https://',
    'chrome://settings',
  ])('%s is not opened', (url) => {
    expect(externalLink(url, [])).toBeUndefined();
  });

  test('an address longer than any that makes sense is not opened', () => {
    expect(externalLink(`https://example.com/${'x'.repeat(3_000)}`, [])).toBeUndefined();
  });

  test.each(['https://example.com/a?next=http://localhost:3001#x', 'mailto:ana@example.com', 'tel:+491234'])(
    '%s is opened as it is',
    (url) => expect(externalLink(url, [])).toBe(url),
  );

  test('with hosts listed, only those, and a star means what lies below and not what ends alike', () => {
    const hosts = ['crm.example.com', '*.intra.example'];
    expect(externalLink('https://crm.example.com/1', hosts)).toBe('https://crm.example.com/1');
    expect(externalLink('http://a.intra.example/', hosts)).toBe('http://a.intra.example/');
    for (const url of [
      'https://evil.example/',
      'https://crm.example.com.evil.example/',
      'https://xintra.example/',
      'https://intra.example/',
    ])
      expect(externalLink(url, hosts)).toBeUndefined();
  });
});

test('a deep link names an interaction and nothing else', () => {
  expect(interactionIn('intray://interaction/AB12CD34EF56GH78')).toBe('AB12CD34EF56GH78');
  for (const link of [
    'intray://interaction/',
    'intray://interaction/../x',
    'intray://interaction/a?do=complete',
    'intray://interaction/a#b',
    'intray://complete/a',
    'INTRAY://interaction/a',
    `intray://interaction/${'a'.repeat(65)}`,
    'https://interaction/a',
  ])
    expect(interactionIn(link)).toBeUndefined();
  expect(linkAmong(['electron', '--flag', 'intray://interaction/a'])).toBe('intray://interaction/a');
});

test('a server is an origin over https, or on this computer', () => {
  expect(serverOrigin('intray.example.com')).toBe('https://intray.example.com');
  expect(serverOrigin(' https://intray.example.com:8443/ ')).toBe('https://intray.example.com:8443');
  expect(serverOrigin('http://localhost:8080')).toBe('http://localhost:8080');
  for (const address of [
    'http://intray.example.com',
    'https://a.example/path',
    'https://u:p@a.example',
    'https://a.example/?x',
    'ftp://a.example',
    'javascript:alert(1)',
    'file:///x',
    '',
    'https://',
  ])
    expect(serverOrigin(address), address).toBeUndefined();
});

test('pages are files of the folder and nothing above it', () => {
  const folder = '/app/renderer';
  expect(fileOf('app://intray/index.html', folder)).toBe('/app/renderer/index.html');
  expect(fileOf('app://intray/assets/a.js?v=1', folder)).toBe('/app/renderer/assets/a.js');
  for (const address of [
    'app://intray/../main/index.js',
    'app://intray/%2e%2e/main/index.js',
    'app://intray/..%2fmain/index.js',
    'app://intray/%5c..%5cmain.js',
    'app://intray/a%00.html',
    'app://other/index.html',
    'file:///app/renderer/index.html',
    'app://intray/.env',
    'app://intray/',
    'nonsense',
  ])
    expect(fileOf(address, folder)?.startsWith('/app/renderer/') ?? true, address).toBe(true);
  expect(fileOf('app://intray/..%2fmain/index.js', folder)).toBeUndefined();
  expect(isOwnPage('app://intray/index.html?view=work')).toBe(true);
  for (const address of [
    'app://intray/other.html',
    'app://intray/index.html.evil',
    'https://app/',
    'file:///x',
  ])
    expect(isOwnPage(address)).toBe(false);
});

test('the window comes back where it was, or onto a screen that is there', () => {
  const area = { x: 0, y: 0, width: 1_280, height: 800 };
  const kept = { bounds: { x: 50, y: 60, width: 900, height: 700 }, maximized: false };
  expect(placeOn(kept, [area])).toEqual(kept.bounds);
  expect(placeOn({ ...kept, bounds: { ...kept.bounds, x: 3_000 } }, [area])).toEqual({
    width: 900,
    height: 700,
  });
  expect(placeOn({ ...kept, bounds: { x: 9_999, y: 0, width: 5_000, height: 5_000 } }, [area])).toEqual({
    width: 1_280,
    height: 800,
  });
  expect(placeOn(undefined, [])).toEqual({ width: 1_360, height: 860 });
});
