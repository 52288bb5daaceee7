// A program's run, for workers and node alike: hides strings in memory behind JavaScript values.
// One module instance runs one program; with a compiled WebAssembly.Module a fresh one costs a few
// milliseconds.

const encoder = new TextEncoder();

/**
 * @param {import('./hothouse.d.ts').CreateHothouse} createHothouse
 * @param {WebAssembly.Module} compiled
 * @param {import('./hothouse.d.ts').Host} host
 */
async function instantiate(createHothouse, compiled, host) {
  /** @type {import('./hothouse.d.ts').ModuleOptions} */
  const options = {
    host,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
  };
  return createHothouse(options);
}

/**
 * Calls `use` with the address and size of `data` in the module's memory, a 0 byte behind it.
 * @template T
 * @param {import('./hothouse.d.ts').HothouseModule} module
 * @param {string | Uint8Array} data
 * @param {(address: number, count: number) => T} use
 */
function withBytes(module, data, use) {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  const address = module._malloc(bytes.length + 1);
  module.HEAPU8.set(bytes, address);
  module.HEAPU8[address + bytes.length] = 0;
  try {
    return use(address, bytes.length);
  } finally {
    module._free(address);
  }
}

/**
 * Runs `files[path]` and returns the exit status.
 * @param {import('./hothouse.d.ts').CreateHothouse} createHothouse
 * @param {WebAssembly.Module} compiled
 * @param {import('./hothouse.d.ts').Host} host
 * @param {{
 *   path: string,
 *   files: Record<string, string | Uint8Array>,
 *   argv?: string[],
 *   jit?: string,
 *   events?: boolean,
 *   input?: string,
 * }} program  `argv`: sys.argv, the path if it is left out; `jit`: as --jit of the command takes it
 * @returns {Promise<number>}
 */
export async function runProgram(createHothouse, compiled, host, program) {
  const module = await instantiate(createHothouse, compiled, host);
  const { library } = host;
  if (library) {
    withBytes(module, library.folder, (folder) =>
      withBytes(module, library.paths.join('\n'), (paths) =>
        module._hothouse_set_library(folder, paths),
      ),
    );
  }
  for (const [path, bytes] of Object.entries(program.files)) {
    withBytes(module, path, (name) =>
      withBytes(module, bytes, (address, count) =>
        module._hothouse_add_file(name, address, count),
      ),
    );
  }
  for (const argument of program.argv ?? [program.path]) {
    withBytes(module, argument, (text) => module._hothouse_add_argument(text));
  }
  withBytes(module, program.input ?? '', (text, count) => module._hothouse_set_input(text, count));
  return withBytes(module, program.path, (path) =>
    withBytes(module, program.jit ?? '', (jit) =>
      module._hothouse_run(path, jit, program.events ? 1 : 0),
    ),
  );
}

/**
 * What instructions, ops and passes are, in a sentence each.
 * @param {import('./hothouse.d.ts').CreateHothouse} createHothouse
 * @param {WebAssembly.Module} compiled
 * @returns {Promise<{
 *   instructions: Record<string, string>,
 *   ops: Record<string, string>,
 *   passes: Record<string, string>,
 *   options: { name: string, standard: string, values: string, sentence: string }[],
 * }>}
 */
export async function teachingTables(createHothouse, compiled) {
  const module = await instantiate(createHothouse, compiled, { write() {}, event() {} });
  return JSON.parse(module.UTF8ToString(module._hothouse_tables()));
}
