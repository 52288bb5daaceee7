#!/usr/bin/env node
// The WebAssembly build as a command, so that tests of the native command can be run with it:
//
//   hothouse [--jit SETTINGS] PROGRAM [ARGUMENTS]         run a program
//   hothouse trace --json [--jit SETTINGS] PROGRAM ...    the event stream on standard output, what
//                                                         the program prints on standard error
//   hothouse --list-passes
//
// The program sees the files of its own folder and below, CPython's library, and standard input as it is.
// HOTHOUSE_MODULE says where hothouse.mjs is, if not in build-web/module. With
// HOTHOUSE_BACKENDS=FILE the backend that took each trace is written there, a line each, and `module` for
// each WebAssembly module that was made: more of them than traces if trees were merged.

import { readFileSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = process.env.HOTHOUSE_MODULE ?? join(root, 'build-web/module');

/** Options and what follows them. */
function parse(words) {
  const options = { trace: false, listPasses: false, jit: '', words: [] };
  let at = 0;
  if (words[at] === 'trace') {
    if (words[++at] !== '--json') throw new Error('trace: only --json is there');
    options.trace = true;
    at++;
  }
  for (; at < words.length && words[at].startsWith('--'); at++) {
    if (words[at] === '--jit') options.jit = words[++at];
    else if (words[at] === '--list-passes') options.listPasses = true;
    else throw new Error(`unknown option ${words[at]}`);
  }
  options.words = words.slice(at);
  if (!options.words.length && !options.listPasses) throw new Error('no program');
  return options;
}

/** The files that the program may import or read, by their absolute paths. */
function filesBeside(path, files = {}) {
  for (const name of readdirSync(path)) {
    const inside = join(path, name);
    if (statSync(inside).isDirectory()) filesBeside(inside, files);
    else files[inside] = readFileSync(inside);
  }
  return files;
}

function writeAll(fd, bytes) {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

async function main() {
  const options = parse(process.argv.slice(2));
  delete globalThis.fetch; // or Emscripten's loader takes node for a browser
  const { default: createHothouse } = await import(pathToFileURL(join(folder, 'hothouse.mjs')).href);
  const { libraryFolder, libraryPaths, readLibraryFile } = await import(
    pathToFileURL(join(root, 'web/standard_library.mjs')).href
  );
  const { runProgram, teachingTables } = await import(pathToFileURL(join(root, 'web/run.mjs')).href);
  const compiled = await WebAssembly.compile(readFileSync(join(folder, 'hothouse.wasm')));
  if (options.listPasses) {
    const { passes } = await teachingTables(createHothouse, compiled);
    console.log(Object.keys(passes).join('\n'));
    return 0;
  }
  const path = resolve(options.words[0]);
  const backends = process.env.HOTHOUSE_BACKENDS;
  const taken = [];
  const { Module } = WebAssembly;
  WebAssembly.Module = function (bytes) {
    taken.push('module');
    return new Module(bytes);
  };
  const host = {
    write: (fd, bytes) => writeAll(options.trace ? 2 : fd, bytes),
    event(bytes) {
      if (options.trace) return writeAll(1, Buffer.concat([bytes, Buffer.from('\n')]));
      const event = JSON.parse(Buffer.from(bytes).toString());
      if (event.event === 'compiled') taken.push(event.backend);
    },
    library: {
      folder: libraryFolder,
      paths: libraryPaths(),
      read: (path) => readLibraryFile(relative(libraryFolder, path)),
    },
    reject(reason) {
      throw new Error(`a trace's module is not valid: ${reason}`);
    },
  };
  const status = await runProgram(createHothouse, compiled, host, {
    path,
    files: filesBeside(dirname(path)),
    argv: options.words,
    jit: options.jit,
    events: options.trace || backends !== undefined,
    input: process.stdin.isTTY ? '' : readFileSync(0),
  });
  if (backends) writeFileSync(backends, taken.map((name) => `${name}\n`).join(''));
  return status;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 70;
}
