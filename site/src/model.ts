// The event stream gathered by recording: what the panes and the story are made of.

import type { Code, Edit, Event, Interval, IrOp, MachineIns } from './events';
import { plural } from './dom';

export interface Pass {
  name: string;
  before: number;
  after: number;
  edits: Edit[];
}

/** One recording and what became of it. */
export interface Unit {
  index: number;
  id: number;
  kind: string;
  name: string;
  code: number;
  pc: number;
  line: number;
  parentUnit: number;
  parentExit: number;
  end: string;
  recorded: IrOp[];
  passes: Pass[];
  optimized: IrOp[];
  intervals: Interval[];
  machine: MachineIns[];
  machineBytes: number;
  compiledBy: string;
  compiledBytes: number;
  refused: string;
  abort: string;
  /** Exit number to the unit that its bridge is. */
  bridges: Map<number, number>;
  /** Exit number to how many times it was taken without a bridge. */
  exits: Map<number, number>;
  invalidated: string;
}

export interface StoryEntry {
  kind: 'hot' | 'recorded' | 'compiled' | 'linked' | 'trouble' | 'summary';
  text: string;
  line: number;
  /** Index of the recording, or -1. */
  unit: number;
}

export class Model {
  readonly codes = new Map<number, Code>();
  readonly units: Unit[] = [];
  readonly story: StoryEntry[] = [];
  /** Lines of the program that became hot. */
  readonly hotLines = new Set<number>();
  file = '';
  private readonly latest = new Map<number, Unit>();
  private pass: Pass | null = null;

  constructor(private readonly mainFile: string) {
    this.file = mainFile;
  }

  add(e: Event): void {
    switch (e.event) {
      case 'code':
        this.codes.set(e.code, e);
        break;
      case 'heat':
        if (this.isMain(e.code)) this.hotLines.add(e.line);
        this.tell('hot', `${this.place(e.code, e.line)} is hot: passed ${plural(e.count, 'time')}.`, {
          code: e.code,
          line: e.line,
        });
        break;
      case 'record_start':
        this.start(e);
        break;
      case 'record_end': {
        const unit = this.unit(e.unit);
        if (!unit) break;
        unit.end = e.end;
        const from =
          unit.kind === 'bridge' ? ` from exit s${unit.parentExit} of trace ${unit.parentUnit}` : '';
        this.tell(
          'recorded',
          `Recorded ${unit.kind} ${unit.id}${from} at ${unit.name}: ${plural(e.ops, 'op')}, ` +
            `${plural(e.snapshots, 'exit')}; it ends with ${describeEnd(e.end)}.`,
          unit,
          unit,
        );
        break;
      }
      case 'abort': {
        const unit = this.unit(e.unit);
        if (unit) unit.abort = `${e.what}. What can be done: ${e.remedy}.`;
        this.tell(
          'trouble',
          `Gave up recording at ${this.place(unit?.code ?? -1, e.line)}: ${e.what}. ` +
            `What can be done: ${e.remedy}.`,
          { code: unit?.code ?? -1, line: e.line },
          unit,
        );
        break;
      }
      case 'blacklisted':
        this.tell(
          'trouble',
          `${this.place(e.code, e.line)} will not be recorded again after ` +
            `${plural(e.attempts, 'attempt')}.`,
          e,
        );
        break;
      case 'recorded':
        this.set(e.unit, (unit) => (unit.recorded = e.ops));
        break;
      case 'pass_begin':
        this.pass = { name: e.pass, before: e.ops, after: e.ops, edits: [] };
        break;
      case 'edit':
        this.pass?.edits.push(e);
        break;
      case 'pass_end':
        if (this.pass) {
          const pass = this.pass;
          pass.after = e.ops;
          this.set(e.unit, (unit) => unit.passes.push(pass));
        }
        this.pass = null;
        break;
      case 'optimized':
        this.set(e.unit, (unit) => (unit.optimized = e.ops));
        break;
      case 'intervals':
        this.set(e.unit, (unit) => (unit.intervals = e.values));
        break;
      case 'machine':
        this.set(e.unit, (unit) => {
          unit.machine = e.instructions;
          unit.machineBytes = e.bytes;
        });
        break;
      case 'compiled': {
        const unit = this.unit(e.unit);
        if (!unit) break;
        unit.compiledBy = e.backend;
        unit.compiledBytes = e.bytes;
        this.tell('compiled', `Trace ${unit.id}: ${describeCompiled(unit)}.`, unit, unit);
        break;
      }
      case 'compile_failed': {
        const unit = this.unit(e.unit);
        if (unit) unit.refused = `${e.backend}: ${e.reason}`;
        const then = e.fallback ? ` ${backendName(e.fallback)} takes it.` : '';
        this.tell(
          'trouble',
          `Trace ${e.unit} cannot be compiled (${backendName(e.backend)}): ${e.reason}.${then}`,
          unit ?? { code: -1, line: 0 },
          unit,
        );
        break;
      }
      case 'link': {
        const unit = this.unit(e.unit);
        unit?.bridges.set(e.exit, e.target);
        this.tell(
          'linked',
          e.exit < 0
            ? `The end of trace ${e.unit} now leads to trace ${e.target}.`
            : `Exit s${e.exit} of trace ${e.unit} now leads to trace ${e.target}.`,
          unit ?? { code: -1, line: 0 },
          this.unit(e.target),
        );
        break;
      }
      case 'guard_failure':
        this.set(e.unit, (unit) => unit.exits.set(e.exit, e.count));
        break;
      case 'invalidation': {
        const unit = this.unit(e.unit);
        if (unit) unit.invalidated = e.why;
        this.tell(
          'trouble',
          `Trace ${e.unit} is not entered again: ${e.why}.`,
          unit ?? { code: -1, line: 0 },
          unit,
        );
        break;
      }
      case 'summary':
        this.tell(
          'summary',
          `In all: ${plural(e.traces, 'trace')}, ${plural(e.bridges, 'bridge')}, ` +
            `${plural(e.aborts, 'recording')} given up, ${plural(e.guard_failures, 'exit')} taken.`,
          { code: -1, line: 0 },
        );
        break;
      default:
        break;
    }
  }

  /** The latest recording with that id. */
  unit(id: number): Unit | undefined {
    return this.latest.get(id);
  }

  isMain(code: number): boolean {
    return this.codes.get(code)?.file === this.mainFile;
  }

  codeName(code: number): string {
    return this.codes.get(code)?.name ?? `code ${code}`;
  }

  private place(code: number, line: number): string {
    if (this.isMain(code) || code < 0) return `Line ${line}`;
    return `Line ${line} of ${this.codeName(code)} (${this.codes.get(code)?.file ?? '?'})`;
  }

  private set(id: number, change: (unit: Unit) => void): void {
    const unit = this.latest.get(id);
    if (unit) change(unit);
  }

  private tell(
    kind: StoryEntry['kind'],
    text: string,
    at: { code: number; line: number },
    unit?: Unit,
  ): void {
    const line = this.isMain(at.code) ? at.line : 0;
    this.story.push({ kind, text, line, unit: unit?.index ?? -1 });
  }

  private start(e: Extract<Event, { event: 'record_start' }>): void {
    const unit: Unit = {
      index: this.units.length,
      id: e.unit,
      kind: e.kind,
      name: e.name,
      code: e.code,
      pc: e.pc,
      line: e.line,
      parentUnit: e.parent_unit,
      parentExit: e.parent_exit,
      end: '',
      recorded: [],
      passes: [],
      optimized: [],
      intervals: [],
      machine: [],
      machineBytes: 0,
      compiledBy: '',
      compiledBytes: 0,
      refused: '',
      abort: '',
      bridges: new Map(),
      exits: new Map(),
      invalidated: '',
    };
    this.units.push(unit);
    this.latest.set(unit.id, unit);
  }
}

function describeEnd(end: string): string {
  if (end === 'loop') return 'a jump back to its start';
  if (end === 'exit') return 'an exit to the interpreter';
  if (end === 'return') return 'a return';
  return `a ${end.replace('unit', 'trace')}`;
}

export function backendName(backend: string): string {
  if (backend === 'wasm') return 'WebAssembly';
  if (backend === 'eval') return 'the IR interpreter';
  if (backend === 'x64') return 'x86-64';
  return backend;
}

export function describeCompiled(unit: Unit): string {
  const size = `${plural(unit.recorded.length, 'op')} recorded, ${unit.optimized.length} after the optimizer`;
  const code = unit.machineBytes ? `, ${plural(unit.machineBytes, 'byte')} of machine code` : '';
  const runs =
    unit.compiledBy === 'wasm'
      ? `; runs as ${plural(unit.compiledBytes, 'byte')} of WebAssembly`
      : unit.compiledBy === 'eval'
        ? '; run by the IR interpreter'
        : '';
  return size + code + runs;
}
