// What a row of a pane says about itself, in words: the sentence of its op from the compiler's own
// tables, where it comes from, and what became of it.

import { element } from './dom';
import type { Bytecode, IrOp, MachineIns } from './events';
import type { Model, Unit } from './model';
import type { Tables } from './protocol';

/** `%5:i64 = add_ov %3, 1 !s2` -> add_ov */
export function opName(text: string): string {
  const rest = text.replace(/^%\d+(:\w+)? = /, '');
  return /^[a-z_0-9]+/.exec(rest)?.[0] ?? '';
}

/** Numbers of exits that an op's text names. */
export function exitsOf(text: string): number[] {
  return [...text.matchAll(/!s(\d+)/g)].map((match) => Number(match[1]));
}

export class Explainer {
  constructor(
    private readonly model: Model,
    private readonly unit: Unit,
    private readonly tables: Tables,
  ) {}

  bytecode(ins: Bytecode): Node[] {
    const name = opName(ins.text);
    return [
      this.head(name, this.tables.instructions[name] ?? this.superinstruction(name)),
      this.line(`Bytecode at ${ins.pc}, line ${ins.line}.`),
    ];
  }

  recorded(op: IrOp): Node[] {
    const fate = this.fate(op);
    return [
      ...this.op(op),
      ...(fate ? [this.line(`What became of it: ${fate}`)] : []),
    ];
  }

  optimized(op: IrOp): Node[] {
    const nodes = this.op(op);
    const places = this.unit.intervals.filter((interval) => interval.op === op.op);
    if (places.length) {
      const text = places
        .map((i) => `${i.where}${i.why ? ` (${i.why})` : ''}, ops ${i.first} to ${i.last}`)
        .join('; ');
      nodes.push(this.line(`Its value lives in ${text}.`));
    }
    for (const exit of exitsOf(op.text)) nodes.push(this.line(this.exit(exit)));
    return nodes;
  }

  machine(ins: MachineIns): Node[] {
    const owner = this.unit.optimized[ins.op];
    const nodes = [
      this.head(
        ins.text,
        `${ins.bytes.length / 2} bytes at offset ${ins.offset}` +
          (ins.note ? `; ${ins.note}` : ''),
      ),
    ];
    if (owner) {
      nodes.push(this.line(`Made for ${owner.text}:`), ...this.op(owner));
    } else {
      nodes.push(this.line('Entry, exit or data: made for no single op.'));
    }
    return nodes;
  }

  pass(name: string): string {
    return this.tables.passes[name] ?? '';
  }

  private op(op: IrOp): HTMLElement[] {
    const name = opName(op.text);
    const depth = op.depth ? `, ${op.depth} call${op.depth > 1 ? 's' : ''} deep` : '';
    const where = op.line ? `line ${op.line}` : 'no line of its own';
    return [
      this.head(name, this.tables.ops[name] ?? ''),
      this.line(`From ${where} of ${this.model.codeName(op.code)}, bytecode at ${op.pc}${depth}.`),
    ];
  }

  private exit(exit: number): string {
    const bridge = this.unit.bridges.get(exit);
    const count = this.unit.exits.get(exit);
    if (bridge !== undefined) {
      return `When it fails, exit s${exit} leads to trace ${bridge}, a bridge.`;
    }
    if (count) return `Exit s${exit} was taken ${count} times: back to the interpreter.`;
    return `Exit s${exit} has not been taken.`;
  }

  /** The first edit of an op that was still as it was recorded. */
  private fate(op: IrOp): string {
    for (const pass of this.unit.passes) {
      if (pass.name === 'peel') break; // ops are numbered anew
      for (const edit of pass.edits) {
        if (edit.before !== op.text || edit.op < 0) continue;
        const after = edit.after ? ` by ${edit.after}` : '';
        return `${edit.action}${after} in pass ${edit.pass}: ${edit.reason}.`;
      }
    }
    return '';
  }

  private superinstruction(name: string): string {
    return name.includes('_') ? `a special form of ${name.split('_')[0] ?? name}` : '';
  }

  private head(name: string, sentence: string): HTMLElement {
    return element('p', {}, element('code', {}, name), sentence ? ` ${sentence}` : '');
  }

  private line(text: string): HTMLElement {
    return element('p', { class: 'detail' }, text);
  }
}

/** Recorded ops that a pass removed or replaced before peeling, with what was done. */
export function fates(unit: Unit): Map<number, string> {
  const found = new Map<number, string>();
  for (const pass of unit.passes) {
    if (pass.name === 'peel') break;
    for (const edit of pass.edits) {
      const op = unit.recorded.find((candidate) => candidate.text === edit.before);
      if (op && edit.op >= 0 && !found.has(op.op)) found.set(op.op, edit.action);
    }
  }
  return found;
}
