// The built page (site/dist) in Chromium: examples run, the stages are linked by pointer and by
// keyboard, Stop ends an endless loop, an error's line is marked, nothing is asked of other
// servers, the console stays empty, and axe finds nothing in either theme or at 400 pixels.
//
//   node site/test/page.test.mjs [--shots FOLDER]        HOTHOUSE_CHROMIUM: the browser

import AxeBuilder from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
const shots = process.argv.includes('--shots') ? process.argv[process.argv.indexOf('--shots') + 1] : '';
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const SLOW = 60_000; // the machine may be busy

let server, origin, browser;

before(async () => {
  server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    try {
      const bytes = readFileSync(join(dist, path === '/' ? 'index.html' : path));
      response.setHeader('content-type', TYPES[extname(path)] ?? TYPES['.html']);
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.HOTHOUSE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless=new', '--disable-gpu'],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** A page that is ready to run, its complaints, and what it asked of other servers. */
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(SLOW);
  const complaints = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(origin);
  await page.locator('#run:enabled').waitFor();
  return { page, close: () => context.close(), complaints };
}

async function run(page, example) {
  if (example) await page.selectOption('#example', example);
  await page.click('#run');
  await page.locator('#status', { hasText: /Done|Ended/ }).waitFor();
}

async function type(page, text) {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

async function shoot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function accessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const text = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join('\n  ')}`);
  assert.deepEqual(text, [], `axe, ${what}`);
}

for (const [example, output] of [
  ['collatz', /^26623 takes 307 steps\n$/],
  ['points', /^100000\.0 50000\.0\n$/],
  ['arrays', /^3242784333\.50000\d\n$/],
  ['mandelbrot', /505 of 2496 points never leave\n$/],
]) {
  test(`runs ${example} and shows every stage`, async () => {
    const { page, close, complaints } = await open();
    await run(page, example);
    assert.match(await page.textContent('#output'), output);
    // A kernel is made of an expression: there is no bytecode of it.
    const panes = ['recorded', 'optimized', 'machine', ...(example === 'arrays' ? [] : ['bytecode'])];
    for (const pane of panes) {
      assert.ok((await page.locator(`#pane-${pane} .row`).count()) > 3, pane);
    }
    assert.match(await page.textContent('#unit-summary'), /runs as [\d,]+ bytes of WebAssembly/);
    assert.match(await page.locator('#pane-machine .row').first().textContent(), /([0-9a-f]{2} )+/);
    await shoot(page, example);
    assert.deepEqual(complaints, []);
    await close();
  });
}

test('links line, op and instruction by pointer and by keyboard', async () => {
  const { page, close, complaints } = await open();
  await run(page, 'collatz');
  const op = page.locator('#pane-optimized .row', { hasText: /= shr / }).first();
  await op.hover();
  await page.locator('#pane-machine .row.linked', { hasText: 'sar' }).first().waitFor();
  await page.locator('#pane-bytecode .row.linked', { hasText: 'floordiv' }).first().waitFor();
  await page.locator('.cm-linked', { hasText: 'n // 2' }).waitFor();
  // The sentence of the op table.
  assert.match(await page.textContent('#explanation'), /^shr .{5,}/);
  await shoot(page, 'linked');

  await page.mouse.move(5, 5);
  await page.locator('#pane-optimized .row').first().focus();
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  assert.equal(await focused(), await page.locator('#pane-optimized .row').nth(1).textContent());
  await page.keyboard.press('ArrowRight');
  const pane = () => page.evaluate(() => document.activeElement?.getAttribute('data-pane'));
  assert.equal(await pane(), '3');
  assert.ok((await page.locator('#pane-optimized .row.linked').count()) >= 1);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await pane(), '2');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.row.held').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.row.held').count(), 0);

  await page.click('#show-passes');
  assert.match(await page.textContent('#passes'), /fold.*change/s);
  await shoot(page, 'passes');
  await page.click('#show-exits');
  await page.locator('#exits button').first().click();
  assert.match(await page.locator('#unit option:checked').textContent(), /bridge/);
  await page.click('#tab-story');
  assert.match(await page.textContent('#story'), /is hot.*Recorded loop/s);
  assert.deepEqual(complaints, []);
  await close();
});

test('stops an endless loop and runs again', async () => {
  const { page, close, complaints } = await open();
  await type(page, 'print("on", flush=True)\nn = 0\nwhile True:\n    n += 1\n');
  await page.keyboard.press('Control+Enter');
  await page.locator('#output', { hasText: 'on' }).waitFor();
  await page.click('#stop');
  await page.locator('#status', { hasText: 'Stopped.' }).waitFor();
  await page.locator('#run:enabled').waitFor();
  await type(page, 'print(6 * 7)\n');
  await run(page);
  assert.equal(await page.textContent('#output'), '42\n');
  assert.deepEqual(complaints, []);
  await close();
});

test('shows a traceback and marks its line', async () => {
  const { page, close, complaints } = await open();
  await type(page, 'def f(x):\n    return 1 // x\n\nf(0)\n');
  await run(page);
  assert.match(
    await page.textContent('#output'),
    /^Traceback .*\n {2}File "program.py", line 4, in <module>\n.*\nZeroDivisionError: .*\n$/s,
  );
  assert.equal(await page.locator('.cm-error').textContent(), '    return 1 // x');
  assert.equal(await page.textContent('#source-note'), 'error in line 2');
  assert.deepEqual(complaints, []);
  await close();
});

test('imports modules of the standard library, and fetches each once', async () => {
  const { page, close, complaints } = await open();
  const fetched = [];
  page.on('request', (request) => {
    const file = request.url().split('/library/')[1];
    if (file) fetched.push(file);
  });
  await type(
    page,
    'import dataclasses, datetime, json, re, statistics\n' +
      '@dataclasses.dataclass\nclass P:\n    x: int\n' +
      'print(P(3), datetime.date(2024, 2, 29).isoformat(), json.dumps({"a": [1]}),\n' +
      '      re.findall(r"\\d+", "1 and 22"), statistics.mean([1, 2, 4]))\n' +
      'import antimatter\n',
  );
  for (let time = 0; time < 2; time++) {
    await run(page);
    assert.match(
      await page.textContent('#output'),
      /^P\(x=3\) 2024-02-29 \{"a": \[1\]\} \['1', '22'\] 2\.33.*\n.*\nModuleNotFoundError: No module named 'antimatter'\n$/s,
    );
  }
  assert.ok(fetched.includes('json/__init__.py'));
  assert.equal(new Set(fetched).size, fetched.length);
  assert.deepEqual(complaints, []);
  await close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`is accessible, ${colorScheme}`, async () => {
    const { page, close } = await open({ colorScheme });
    await accessible(page, 'before a run');
    await run(page, 'points');
    await page.locator('#pane-optimized .row').nth(2).hover();
    await accessible(page, 'after a run');
    await shoot(page, colorScheme);
    await page.click('#show-passes');
    await page.click('#tab-story');
    await accessible(page, 'passes and story');
    await page.click('#show-exits');
    await accessible(page, 'exits');
    await close();
  });
}

test('fits into 400 pixels', async () => {
  const { page, close } = await open({ viewport: { width: 400, height: 800 } });
  await run(page, 'points');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await accessible(page, '400 pixels');
  await shoot(page, 'narrow');
  await page.locator('#pane-recorded').scrollIntoViewIfNeeded();
  await page.locator('#pane-recorded .row').first().hover();
  await shoot(page, 'narrow-stages');
  await close();
});
