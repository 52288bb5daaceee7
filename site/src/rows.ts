// Rows of the panes: one instruction or op each, what it is linked by, and how its text is colored.

import { element } from './dom';
import type { Model, Unit } from './model';
import { type Explainer, exitsOf, fates } from './explain';

export interface Row {
  pane: number;
  element: HTMLElement;
  /** Line of the program in the editor; 0: none, or in another file. */
  line: number;
  /** Code object and bytecode, "3:12"; empty: none. */
  place: string;
  /** The op of the optimized trace that it is or was made for; -1: does not apply. */
  op: number;
  explain: () => Node[];
}

/** Ops and the machine code made for them are linked exactly, all else by its bytecode. */
export function isLinked(a: Row, b: Row): boolean {
  if (a.op >= 0 && b.op >= 0) return a.op === b.op;
  return a.place !== '' && a.place === b.place;
}

const TOKENS =
  /(?<value>%\d+|\br\d+\([^)]*\)|\b[re]?[a-ds][xip]l?\b|\br\d+[dwb]?\b|\b[re][sd]i\b|\b[re][sb]p\b|\bxmm\d+\b)|(?<exit>!s\d+|\bs\d+\b)|(?<number>\b0x[0-9a-fA-F]+\b|-?\b\d[\d.]*(?:e[+-]?\d+)?f?\b)|(?<field>\.[A-Za-z]\w*)/g;

/** The operation stands out, operands are tinted by what they are. */
function paint(text: string): HTMLElement {
  const code = element('code', { class: 't' });
  const head = /^(%\d+(?::\w+)? = )?([a-z_][a-z_0-9]*)/.exec(text);
  let rest = text;
  if (head) {
    if (head[1]) code.append(element('span', { class: 'value' }, head[1]));
    code.append(element('b', {}, head[2] ?? ''));
    rest = text.slice(head[0].length);
  }
  let end = 0;
  for (const match of rest.matchAll(TOKENS)) {
    const kind = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0];
    code.append(rest.slice(end, match.index));
    code.append(element('span', { class: kind ?? '' }, match[0]));
    end = match.index + match[0].length;
  }
  code.append(rest.slice(end));
  return code;
}

function makeRow(
  pane: number,
  number: string,
  text: string,
  extra: (Node | string)[],
  names: string[],
): HTMLElement {
  const row = element(
    'div',
    { role: 'option', class: ['row', ...names].join(' '), tabindex: '-1', 'aria-selected': 'false' },
    element('span', { class: 'n' }, number),
    paint(text),
    ...extra,
  );
  row.dataset['pane'] = String(pane);
  return row;
}

export interface Group {
  title: string;
  rows: Row[];
}

export function bytecodeRows(model: Model, unit: Unit, explainer: Explainer): Group[] {
  const inTrace = new Set(unit.recorded.map((op) => `${op.code}:${op.pc}`));
  const codes = [unit.code, ...unit.recorded.map((op) => op.code)];
  const groups: Group[] = [];
  for (const id of new Set(codes)) {
    const code = model.codes.get(id);
    if (!code) continue;
    const rows = code.instructions.map((ins): Row => {
      const place = `${id}:${ins.pc}`;
      const text = ins.text.replace(/ {2,}/, ' ');
      const names = inTrace.has(place) ? [] : ['cold'];
      return {
        pane: 0,
        element: makeRow(0, String(ins.pc), text, [], names),
        line: model.isMain(id) ? ins.line : 0,
        place,
        op: -1,
        explain: () => explainer.bytecode(ins),
      };
    });
    const where = code.internal ? 'built in' : `line ${code.line}`;
    groups.push({ title: `${code.name} (${where})`, rows });
  }
  return groups;
}

export function recordedRows(model: Model, unit: Unit, explainer: Explainer): Row[] {
  const gone = fates(unit);
  return unit.recorded.map((op): Row => {
    const fate = gone.get(op.op);
    const mark = fate ? [element('span', { class: 'fate' }, fate)] : [];
    const names = fate === 'removed' ? ['gone'] : [];
    return {
      pane: 1,
      element: makeRow(1, String(op.op), op.text, mark, names),
      line: model.isMain(op.code) ? op.line : 0,
      place: `${op.code}:${op.pc}`,
      op: -1,
      explain: () => explainer.recorded(op),
    };
  });
}

export function optimizedRows(model: Model, unit: Unit, explainer: Explainer): Row[] {
  const homes = new Map<number, string>();
  for (const interval of unit.intervals) {
    if (!homes.has(interval.op)) homes.set(interval.op, interval.where);
  }
  return unit.optimized.map((op): Row => {
    const extra: Node[] = [];
    for (const exit of exitsOf(op.text)) {
      const bridge = unit.bridges.get(exit);
      const count = unit.exits.get(exit);
      if (bridge !== undefined) {
        extra.push(element('span', { class: 'badge link' }, `→ trace ${bridge}`));
      } else if (count) {
        extra.push(element('span', { class: 'badge' }, `left ${count}×`));
      }
    }
    const home = homes.get(op.op);
    if (home) extra.push(element('span', { class: 'home' }, home));
    return {
      pane: 2,
      element: makeRow(2, String(op.op), op.text, extra, op.text === 'loop' ? ['loop'] : []),
      line: model.isMain(op.code) ? op.line : 0,
      place: `${op.code}:${op.pc}`,
      op: op.op,
      explain: () => explainer.optimized(op),
    };
  });
}

export function machineRows(model: Model, unit: Unit, explainer: Explainer): Row[] {
  return unit.machine.map((ins): Row => {
    const owner = unit.optimized[ins.op];
    const bytes = ins.bytes.replace(/../g, '$& ').trim();
    const extra: Node[] = [element('span', { class: 'bytes' }, bytes)];
    if (ins.note) extra.push(element('span', { class: 'comment' }, `; ${ins.note}`));
    const text = ins.text.replace(/0x0{4,}/g, '0x');
    return {
      pane: 3,
      element: makeRow(3, ins.offset.toString(16), text, extra, owner ? [] : ['cold']),
      line: owner && model.isMain(owner.code) ? owner.line : 0,
      place: owner ? `${owner.code}:${owner.pc}` : '',
      op: owner ? ins.op : -1,
      explain: () => explainer.machine(ins),
    };
  });
}
