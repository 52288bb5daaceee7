// The stages side by side: four panes of rows that light up together. What is linked with a row is
// shown when the pointer is on it or the keyboard's focus is: up and down move within a pane, left
// and right follow a link into the next pane, Enter holds the selection, Escape lets it go.

import { element, plural } from './dom';
import { Explainer, exitsOf } from './explain';
import type { Model, Unit } from './model';
import type { Tables } from './protocol';
import {
  type Group,
  type Row,
  bytecodeRows,
  isLinked,
  machineRows,
  optimizedRows,
  recordedRows,
} from './rows';

const TITLES = ['Bytecode', 'Recorded trace', 'Optimized', 'Machine code'] as const;
const KEYS = 'bytecode recorded optimized machine'.split(' ');
const HINTS = ['interpreted', '', 'what is left of it', 'x86-64'];
/** What a recording follows. */
const RECORDED: Record<string, string> = {
  loop: 'one round of the loop',
  function: 'one call',
  bridge: 'on from an exit',
  kernel: 'an expression of arrays',
};

interface Pane {
  root: HTMLElement;
  hint: HTMLElement;
  note: HTMLElement;
  list: HTMLElement;
  passes: HTMLElement | null;
  exits: HTMLElement | null;
  rows: Row[];
}

export class Stages {
  private readonly panes: Pane[];
  private rows: Row[] = [];
  private byElement = new Map<HTMLElement, Row>();
  private focused: Row | null = null;
  private held: Row | null = null;

  constructor(
    parent: HTMLElement,
    private readonly explanation: HTMLElement,
    private readonly onLines: (lines: ReadonlySet<number>, reveal: boolean) => void,
    private readonly onUnit: (id: number) => void,
  ) {
    this.panes = TITLES.map((title, index) => this.makePane(title, index));
    parent.append(...this.panes.map((pane) => pane.root));
    this.clear();
  }

  clear(): void {
    for (const pane of this.panes) {
      pane.list.replaceChildren();
      pane.passes?.replaceChildren();
      pane.exits?.replaceChildren();
      pane.note.textContent = '';
      pane.rows = [];
    }
    this.rows = [];
    this.byElement.clear();
    this.focused = this.held = null;
    this.invite();
  }

  show(model: Model, unit: Unit, tables: Tables): void {
    this.clear();
    const explainer = new Explainer(model, unit, tables);
    const single = (rows: Row[]): Group[] => [{ title: '', rows }];
    const groups = [
      bytecodeRows(model, unit, explainer),
      single(recordedRows(model, unit, explainer)),
      single(optimizedRows(model, unit, explainer)),
      single(machineRows(model, unit, explainer)),
    ];
    const notes = [
      '',
      unit.recorded.length ? plural(unit.recorded.length, 'op') : '',
      unit.optimized.length ? plural(unit.optimized.length, 'op') : '',
      unit.machineBytes ? plural(unit.machineBytes, 'byte') : '',
    ];
    const missing = [
      unit.kind === 'kernel' ? 'A kernel is made of an expression, not of bytecode.' : 'No bytecode was told.',
      unit.abort ? `Given up: ${unit.abort}` : 'Still being recorded.',
      unit.abort ? 'There is nothing to optimize.' : '',
      unit.refused || (unit.abort ? 'There is nothing to compile.' : ''),
    ];
    this.panes.forEach((pane, index) => {
      this.fill(pane, groups[index] ?? []);
      pane.note.textContent = notes[index] ?? '';
      if (!pane.rows.length) {
        pane.list.append(element('p', { class: 'empty' }, missing[index] ?? ''));
      }
    });
    const passes = this.panes[2]?.passes;
    if (passes) this.fillPasses(passes, unit, explainer);
    const exits = this.panes[2]?.exits;
    if (exits) this.fillExits(exits, unit);
    const recorded = this.panes[1];
    if (recorded) recorded.hint.textContent = RECORDED[unit.kind] ?? '';
    this.invite();
  }

  /** Lights up what belongs to a line of the program; 0: nothing. */
  showLine(line: number): void {
    if (this.held) return;
    const linked = line ? this.rows.filter((row) => row.line === line) : [];
    this.light(linked, null);
    this.onLines(new Set(linked.length ? [line] : []), false);
    if (linked.length) this.scrollTo(linked, -1);
  }

  private makePane(title: string, index: number): Pane {
    const id = `pane-${KEYS[index]}`;
    const hint = element('span', { class: 'hint' }, HINTS[index] ?? '');
    const note = element('span', { class: 'note' });
    const head = element(
      'div',
      { class: 'pane-head' },
      element('h3', { id: `${id}-title` }, title),
      hint,
      note,
    );
    const list = element('div', {
      id,
      role: 'listbox',
      class: 'rows',
      'aria-labelledby': `${id}-title`,
    });
    const root = element('section', { class: `pane ${KEYS[index]}` }, head, list);
    let passes: HTMLElement | null = null;
    let exits: HTMLElement | null = null;
    if (index === 2) {
      passes = element('div', { class: 'passes', id: 'passes', tabindex: '0', role: 'region', hidden: '' });
      passes.setAttribute('aria-label', 'What each pass did and why');
      exits = element('div', { class: 'passes', id: 'exits', tabindex: '0', role: 'region', hidden: '' });
      exits.setAttribute('aria-label', 'Exits of the trace and their bridges');
      head.append(viewButtons([['Ops', list], ['Passes', passes], ['Exits', exits]]));
      root.append(passes, exits);
    }
    this.listen(list);
    return { root, hint, note, list, passes, exits, rows: [] };
  }

  private fill(pane: Pane, groups: Group[]): void {
    for (const group of groups) {
      const elements = group.rows.map((row) => row.element);
      if (group.title) {
        pane.list.append(
          element(
            'div',
            { role: 'group', 'aria-label': group.title },
            element('div', { class: 'group-title', 'aria-hidden': 'true' }, group.title),
            ...elements,
          ),
        );
      } else {
        pane.list.append(...elements);
      }
      pane.rows.push(...group.rows);
    }
    const first = pane.rows[0];
    if (first) first.element.tabIndex = 0;
    for (const row of pane.rows) this.byElement.set(row.element, row);
    this.rows.push(...pane.rows);
  }

  private fillPasses(parent: HTMLElement, unit: Unit, explainer: Explainer): void {
    for (const pass of unit.passes) {
      const change = pass.after - pass.before;
      const size =
        change === 0 ? plural(pass.after, 'op') : `${pass.before} → ${plural(pass.after, 'op')}`;
      const summary = element(
        'summary',
        { title: explainer.pass(pass.name) },
        element('b', {}, pass.name),
        ` ${pass.edits.length ? plural(pass.edits.length, 'change') : 'no change'}, ${size}`,
      );
      const edits = pass.edits.map((edit) => {
        const item = element('li', {});
        if (edit.before) item.append(element('del', {}, edit.before));
        if (edit.after) item.append(element('ins', {}, edit.after));
        item.append(element('span', { class: 'why' }, `${edit.action}: ${edit.reason}`));
        if (edit.line > 0) item.dataset['line'] = String(edit.line);
        return item;
      });
      const details = element(
        'details',
        pass.edits.length ? {} : { class: 'idle' },
        summary,
        element('p', { class: 'teach' }, explainer.pass(pass.name)),
        element('ol', {}, ...edits),
      );
      parent.append(details);
    }
    parent.querySelector('details:not(.idle)')?.setAttribute('open', '');
    if (!unit.passes.length) parent.append(element('p', { class: 'empty' }, 'No pass has run.'));
  }

  /** A row for each exit: the op that leaves by it, how often it did, the bridge behind it. */
  private fillExits(parent: HTMLElement, unit: Unit): void {
    const rows: HTMLElement[] = [];
    for (const op of unit.optimized) {
      for (const exit of exitsOf(op.text)) {
        const bridge = unit.bridges.get(exit);
        let leads: HTMLElement | string = 'the interpreter';
        if (bridge !== undefined) {
          leads = element('button', { type: 'button', class: 'quiet' }, `trace ${bridge}`);
          leads.addEventListener('click', () => this.onUnit(bridge));
        }
        rows.push(
          element(
            'tr',
            {},
            element('td', {}, `s${exit}`),
            element('td', {}, op.text.replace(/ ?!s\d+.*/, '')),
            element('td', {}, op.line ? String(op.line) : ''),
            element('td', {}, String(unit.exits.get(exit) ?? 0)),
            element('td', {}, leads),
          ),
        );
      }
    }
    if (!rows.length) {
      parent.append(element('p', { class: 'empty' }, 'This trace has no exits.'));
      return;
    }
    const names = ['Exit', 'Taken when this fails', 'Line', 'Times', 'Leads to'];
    const head = element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name)));
    parent.append(
      element('table', { class: 'exit-table' }, element('thead', {}, head), element('tbody', {}, ...rows)),
    );
  }

  private listen(list: HTMLElement): void {
    const rowOf = (e: Event): Row | undefined => {
      const target = e.target instanceof Element ? e.target.closest<HTMLElement>('.row') : null;
      return target ? this.byElement.get(target) : undefined;
    };
    list.addEventListener('mouseover', (e) => {
      const row = rowOf(e);
      if (row && !this.held) this.select(row, false);
    });
    list.addEventListener('mouseleave', () => {
      if (this.held) return;
      if (this.focused && document.activeElement === this.focused.element) {
        this.select(this.focused, false);
      } else {
        this.light([], null);
        this.onLines(new Set(), false);
        this.invite();
      }
    });
    list.addEventListener('focusin', (e) => {
      const row = rowOf(e);
      if (!row) return;
      this.rove(row);
      this.focused = row;
      if (!this.held) this.select(row, true);
    });
    list.addEventListener('click', (e) => {
      const row = rowOf(e);
      if (!row) return;
      row.element.focus();
      this.hold(this.held === row ? null : row);
    });
    list.addEventListener('keydown', (e) => {
      const row = rowOf(e);
      if (row && this.key(row, e.key)) e.preventDefault();
    });
  }

  private key(row: Row, key: string): boolean {
    const rows = this.panes[row.pane]?.rows ?? [];
    const at = rows.indexOf(row);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[key];
    if (step !== undefined) {
      rows[Math.max(0, Math.min(rows.length - 1, step))]?.element.focus();
      return true;
    }
    switch (key) {
      case 'ArrowRight':
      case 'ArrowLeft':
        this.follow(row, key === 'ArrowRight' ? 1 : -1);
        return true;
      case 'Enter':
      case ' ':
        this.hold(this.held === row ? null : row);
        return true;
      case 'Escape':
        this.hold(null);
        return true;
      default:
        return false;
    }
  }

  /** Moves the focus into the next pane that has rows: to a linked one, or to its current one. */
  private follow(row: Row, direction: number): void {
    for (let p = row.pane + direction; p >= 0 && p < this.panes.length; p += direction) {
      const pane = this.panes[p];
      if (!pane?.rows.length || pane.list.hidden) continue;
      const linked = pane.rows.find((other) => isLinked(row, other));
      const current = pane.rows.find((other) => other.element.tabIndex === 0);
      (linked ?? current)?.element.focus();
      return;
    }
  }

  private rove(row: Row): void {
    for (const other of this.panes[row.pane]?.rows ?? []) {
      other.element.tabIndex = other === row ? 0 : -1;
    }
  }

  private hold(row: Row | null): void {
    this.held?.element.classList.remove('held');
    this.held = row;
    const shown = row ?? this.focused;
    row?.element.classList.add('held');
    if (shown) this.select(shown, true);
  }

  private select(row: Row, byKeyboard: boolean): void {
    const linked = this.rows.filter((other) => other === row || isLinked(row, other));
    this.light(linked, row);
    this.onLines(new Set(linked.map((other) => other.line).filter(Boolean)), byKeyboard);
    this.scrollTo(linked, row.pane);
    this.explanation.replaceChildren(...row.explain());
  }

  private light(linked: Row[], origin: Row | null): void {
    for (const lit of document.querySelectorAll('.row.linked, .row.origin')) {
      lit.classList.remove('linked', 'origin');
      lit.setAttribute('aria-selected', 'false');
    }
    for (const row of linked) {
      row.element.classList.add('linked');
      row.element.setAttribute('aria-selected', 'true');
    }
    origin?.element.classList.add('origin');
  }

  /** Brings the first linked row of each pane into view, but for the pane that is looked at. */
  private scrollTo(linked: Row[], except: number): void {
    const done = new Set([except]);
    for (const row of linked) {
      if (done.has(row.pane)) continue;
      done.add(row.pane);
      const list = this.panes[row.pane]?.list;
      if (!list) continue;
      const top = row.element.offsetTop - list.offsetTop;
      const isVisible =
        top >= list.scrollTop && top + row.element.offsetHeight <= list.scrollTop + list.clientHeight;
      if (!isVisible) list.scrollTop = Math.max(0, top - list.clientHeight / 3);
    }
  }

  private invite(): void {
    const text = this.rows.length
      ? 'Point at a row, or move with the arrow keys, and see what belongs together. Enter holds it.'
      : 'Run a program: each hot loop becomes a trace that can be looked at here.';
    this.explanation.replaceChildren(element('p', { class: 'detail' }, text));
  }
}

/** Buttons of which one is pressed: it shows its element and hides the others. */
function viewButtons(views: [string, HTMLElement][]): HTMLElement {
  const buttons = views.map(([name, shown], index) => {
    const button = element(
      'button',
      { type: 'button', class: 'quiet', id: `show-${name.toLowerCase()}`, 'aria-pressed': String(index === 0) },
      name,
    );
    button.addEventListener('click', () => {
      for (const [, other] of views) other.hidden = other !== shown;
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
    });
    return button;
  });
  return element('div', { class: 'views', role: 'group', 'aria-label': 'View of the optimized trace' }, ...buttons);
}
