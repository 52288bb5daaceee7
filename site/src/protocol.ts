// Messages between the page and the worker that runs the program.

export interface Tables {
  instructions: Record<string, string>;
  ops: Record<string, string>;
  passes: Record<string, string>;
}

/** Where the worker finds the standard library: `paths` below `url`. */
export interface LibraryPlace {
  url: string;
  folder: string;
  paths: string[];
}

export type ToWorker =
  | { type: 'module'; compiled: WebAssembly.Module; library: LibraryPlace }
  | { type: 'run'; path: string; source: string; jit: string };

export type FromWorker =
  | { type: 'ready'; tables: Tables }
  | { type: 'output'; fd: number; text: string }
  | { type: 'events'; lines: string[] }
  | { type: 'done'; status: number; milliseconds: number }
  | { type: 'crash'; message: string };
