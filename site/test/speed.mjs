// How fast programs run in Chromium, interpreted and as WebAssembly made at run time:
//
//   node site/test/speed.mjs [PROGRAM[:ARGUMENT...] ...]      HOTHOUSE_CHROMIUM: the browser
//
// Programs are those of bench/programs. Each runs three times in a fresh worker in each mode; the
// best time counts, start of the module included. The outputs of both modes have to be the same.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PROGRAMS = ['hello', 'collatz:30000', 'nbody:50000', 'mandel:200', 'spectral:200', 'matmul:100:3'];
const MODES = { interpreter: 'off', compiled: '' };
const ROUNDS = 3;
const TYPES = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const WORKER = `
  import createHothouse from '/build-web/module/hothouse.mjs';
  import { runProgram } from '/web/run.mjs';
  self.onmessage = async ({ data }) => {
    const compiled = await WebAssembly.compileStreaming(fetch('/build-web/module/hothouse.wasm'));
    const output = [], counts = {};
    const decoder = new TextDecoder();
    const host = {
      write: (fd, bytes) => output.push(decoder.decode(bytes)),
      event: (line) => {
        const name = /"event":"(\\w+)"/.exec(decoder.decode(line))[1];
        counts[name] = (counts[name] ?? 0) + 1;
      },
    };
    const start = performance.now();
    const status = await runProgram(createHothouse, compiled, host, data);
    self.postMessage({ status, ms: performance.now() - start, output: output.join(''), counts });
  };`;

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://x').pathname);
  try {
    const bytes = path === '/' ? '<!doctype html>' : path === '/worker.mjs' ? WORKER : readFileSync(join(root, path));
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html');
    response.end(bytes);
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await chromium.launch({
  executablePath: process.env.HOTHOUSE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless=new', '--disable-gpu'],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);

/** The program's run in a worker of its own. */
function run(program, words, jit, events) {
  const path = `/bench/programs/${program}.py`;
  const source = readFileSync(join(root, path), 'utf8');
  return page.evaluate(
    (message) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/worker.mjs', { type: 'module' });
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(data);
        };
        worker.onerror = (e) => reject(new Error(e.message));
        worker.postMessage(message);
      }),
    { path, files: { [path]: source }, argv: [path, ...words], jit, events },
  );
}

let failed = false;
try {
  console.log('program          interpreter   compiled   ratio   events');
  for (const word of process.argv.length > 2 ? process.argv.slice(2) : PROGRAMS) {
    const [program, ...words] = word.split(':');
    const best = {};
    const outputs = new Set();
    for (const [mode, jit] of Object.entries(MODES)) {
      best[mode] = Infinity;
      for (let round = 0; round < ROUNDS; round++) {
        const { status, ms, output } = await run(program, words, jit, false);
        if (status !== 0) throw new Error(`${word}: status ${status}\n${output}`);
        outputs.add(output);
        best[mode] = Math.min(best[mode], ms);
      }
    }
    const { counts, output } = await run(program, words, '', true);
    outputs.add(output);
    const told = ['guard_failure', 'record_start', 'abort', 'compiled'].map((name) => `${name} ${counts[name] ?? 0}`);
    console.log(
      `${word.padEnd(16)} ${best.interpreter.toFixed(0).padStart(8)} ms ${best.compiled.toFixed(0).padStart(7)} ms` +
        `  ${(best.interpreter / best.compiled).toFixed(1).padStart(6)}   ${told.join(', ')}`,
    );
    if (outputs.size > 1) {
      console.log(`${word}: the modes print different things`);
      failed = true;
    }
  }
} finally {
  await browser.close();
  server.close();
}
process.exitCode = failed ? 1 : 0;
