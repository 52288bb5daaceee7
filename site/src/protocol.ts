// Messages between the page and the worker that runs the program.

export interface Tables {
  instructions: Record<string, string>;
  ops: Record<string, string>;
  passes: Record<string, string>;
}

export type ToWorker =
  | { type: 'module'; compiled: WebAssembly.Module }
  | { type: 'run'; path: string; source: string; jit: string };

export type FromWorker =
  | { type: 'ready'; tables: Tables }
  | { type: 'output'; fd: number; text: string }
  | { type: 'events'; lines: string[] }
  | { type: 'done'; status: number; milliseconds: number }
  | { type: 'crash'; message: string };
