// Which part of an installed CPython's standard library a browser gets: what is written in Python and
// makes sense there. For node: the site's build copies it, the tests read it where it is.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian installs it, and where programs in the browser see it. */
export const libraryFolder = '/usr/lib/python3.11';

/** Tests, tools, windows and packaging. */
const leftOut =
  /^(test|idlelib|lib2to3|tkinter|turtledemo|turtle|ensurepip|distutils|config-.*|(dist|site)-packages|venv|msilib|pydoc_data|__pycache__|_sysconfigdata.*|sitecustomize|antigravity)(\.py)?$/;

/** The files' paths from the folder, sorted; none where no CPython is installed. */
export function libraryPaths(inside = '') {
  const found = [];
  let entries = [];
  try {
    entries = readdirSync(join(libraryFolder, inside), { withFileTypes: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  for (const entry of entries) {
    if (leftOut.test(entry.name)) continue;
    const path = inside + entry.name;
    if (entry.isDirectory()) found.push(...libraryPaths(`${path}/`));
    else if (entry.name.endsWith('.py')) found.push(path);
  }
  return found.sort();
}

/** The bytes of the file at a path from the folder. */
export function readLibraryFile(path) {
  return readFileSync(join(libraryFolder, path));
}
