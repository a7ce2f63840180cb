import { describe, expect, test } from 'vitest';
import { titlesOf } from './titles.ts';

const found = (source: string) => titlesOf(source).map(({ title }) => title);

describe('finding titles', () => {
  test.each([
    ['single quotes', `test('one', () => {});`, 'one'],
    ['double quotes', `it("one", () => {});`, 'one'],
    ['quotes within quotes', `test('the agent\\'s "own" \`tray\`', () => {});`, 'the agent\'s "own" `tray`'],
    [
      'a template with something filled in',
      `test(\`\${count({ a: "}" })} of \${\`\${n}\`} left\`, () => {});`,
      '… of … left',
    ],
    ['a title on the next line', `test(\n  // why\n  'one',\n  () => {},\n);`, 'one'],
    ['two texts added', `test('one ' + 'two', () => {});`, 'one two'],
    ['each over a list', `test.each([['a', 1], ['b', 2]])('each %s', () => {});`, 'each %s'],
    ['each over a tagged table', `test.each\`a | b\n\${1} | \${2}\`("row $a", () => {});`, 'row $a'],
    ['each with types', `it.each<{ a: () => void }>([{ a() {} }])('typed', () => {});`, 'typed'],
    ['modifiers in a row', `test.concurrent.for([1])('many', () => {});`, 'many'],
    ['a condition', `test.runIf(process.platform === 'linux')('here', () => {});`, 'here'],
  ])('%s', (_, source, title) => {
    expect(found(source)).toEqual([title]);
  });

  test('tells the line on which the call begins', () => {
    expect(
      titlesOf("\n/* a\n b */\ndescribe('all', () => {\n  test(`x\n`, () => {});\n  it('y', () => {});\n});"),
    ).toEqual([
      { title: 'all', line: 4 },
      { title: 'x\n', line: 5 },
      { title: 'y', line: 7 },
    ]);
  });

  test.each([
    ['a comment', `// test('one', () => {});\n/* it('two', () => {}) */`],
    ['a string that holds test source', `const source = "test('one', () => {})";`],
    ['a method of something else', `/re/.test('one'); pattern.test("two");`],
    ['a title known only at run time', `test(name, () => {});`],
    ['a skipped test', `test.skip('one', () => {}); it.todo('two');`],
    ['tests in a skipped suite', `describe.skip('all', () => { test('one', () => {}); });`],
    ['a suite without a test', `describe('all', () => { beforeEach(() => {}); });`],
    ['a suite whose tests are all skipped', `describe('all', () => { test.skip('one', () => {}); });`],
    ['a function of that name', `function test('one') {}`],
  ])('takes no notice of %s', (_, source) => {
    expect(found(source)).toEqual([]);
  });

  test('a suite counts when a test stands in it, however deep and even with a title made at run time', () => {
    expect(
      found(`describe('all', () => { for (const n of list) { describe('in', () => { test(n, f); }); } });`),
    ).toEqual(['all', 'in']);
  });

  test.each([
    ['regular expressions with quotes and brackets', `expect(x).toMatch(/it's (\\/|["'\`)])/);`],
    ['a division', `const half = (a + b) / 2; const c = d / e;`],
    ['JSX', `render(<p title="a">don't <b>go</b> / stop</p>);`],
    ['a string that is never closed', `const broken = 'oh`],
    ['an object key before a comment', `const o = { a: // it's one\n 1 };`],
  ])('stays in step after %s', (_, before) => {
    expect(found(`${before}\ntest('after', () => {});`)).toEqual(['after']);
  });
});
