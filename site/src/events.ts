// The events of the stream that the page reads (core/events/events.def says what each field means).

export interface Bytecode {
  pc: number;
  line: number;
  text: string;
}

export interface IrOp {
  op: number;
  text: string;
  code: number;
  pc: number;
  line: number;
  depth: number;
}

export interface MachineIns {
  offset: number;
  bytes: string;
  text: string;
  note: string;
  op: number;
}

export interface Interval {
  op: number;
  first: number;
  last: number;
  where: string;
  why: string;
}

export interface Edit {
  unit: number;
  pass: string;
  op: number;
  before: string;
  after: string;
  action: string;
  reason: string;
  line: number;
}

export interface Code {
  code: number;
  name: string;
  file: string;
  line: number;
  internal: boolean;
  instructions: Bytecode[];
}

export type Event =
  | { event: 'stream'; version: number; producer: string }
  | { event: 'source'; file: string; text: string }
  | ({ event: 'code' } & Code)
  | { event: 'heat'; code: number; pc: number; line: number; count: number }
  | {
      event: 'record_start';
      kind: string;
      unit: number;
      code: number;
      pc: number;
      line: number;
      name: string;
      parent_unit: number;
      parent_exit: number;
    }
  | { event: 'record_end'; unit: number; end: string; ops: number; snapshots: number }
  | {
      event: 'abort';
      unit: number;
      reason: string;
      line: number;
      what: string;
      remedy: string;
    }
  | {
      event: 'blacklisted';
      code: number;
      pc: number;
      line: number;
      reason: string;
      attempts: number;
    }
  | { event: 'recorded'; unit: number; ops: IrOp[] }
  | { event: 'pass_begin'; unit: number; pass: string; ops: number }
  | ({ event: 'edit' } & Edit)
  | { event: 'pass_end'; unit: number; pass: string; ops: number; edits: number }
  | { event: 'optimized'; unit: number; ops: IrOp[] }
  | { event: 'intervals'; unit: number; registers: number; spills: number; values: Interval[] }
  | {
      event: 'machine';
      unit: number;
      backend: string;
      bytes: number;
      instructions: MachineIns[];
    }
  | { event: 'compiled'; unit: number; backend: string; bytes: number }
  | {
      event: 'compile_failed';
      unit: number;
      backend: string;
      reason: string;
      fallback: string;
    }
  | { event: 'link'; unit: number; exit: number; target: number }
  | {
      event: 'guard_failure';
      unit: number;
      exit: number;
      code: number;
      pc: number;
      line: number;
      count: number;
    }
  | { event: 'invalidation'; unit: number; why: string }
  | {
      event: 'collection';
      kind: string;
      promoted: number;
      old_bytes: number;
      pause_us: number;
    }
  | {
      event: 'summary';
      traces: number;
      bridges: number;
      aborts: number;
      guard_failures: number;
      invalidations: number;
      compiled_share: number;
    };
