// The page: wires editor, runner, event stream and panes together.

import { byId, element, plural } from './dom';
import { Editor } from './editor';
import type { Event } from './events';
import { examples } from './examples';
import { Model, type Unit, describeCompiled } from './model';
import type { Tables } from './protocol';
import { Runner } from './runner';
import { Stages } from './stages';

const PATH = 'program.py';
const OUTPUT_LIMIT = 200_000;

const runButton = byId('run', HTMLButtonElement);
const stopButton = byId('stop', HTMLButtonElement);
const exampleSelect = byId('example', HTMLSelectElement);
const thresholdSelect = byId('threshold', HTMLSelectElement);
const backendSelect = byId('backend', HTMLSelectElement);
const unitSelect = byId('unit', HTMLSelectElement);
const unitSummary = byId('unit-summary', HTMLElement);
const output = byId('output', HTMLPreElement);
const story = byId('story', HTMLOListElement);
const storyCount = byId('story-count', HTMLElement);
const status = byId('status', HTMLElement);
const sourceNote = byId('source-note', HTMLElement);

let tables: Tables = { instructions: {}, ops: {}, passes: {} };
let model = new Model(PATH);
let shown: Unit | null = null;
let isRunning = false;
let isReady = false;
let isStale = false;
let storyLength = 0;
let printed = 0;
/** Standard error, for the line that a traceback ends in. */
let errorText = '';
let errorLine = 0;
let linked: ReadonlySet<number> = new Set();

const editor = new Editor(byId('editor', HTMLElement), {
  line: (line) => {
    if (!isStale) stages.showLine(line);
  },
  changed: () => {
    isStale = model.units.length > 0 || isRunning;
    sourceNote.textContent = isStale ? 'changed since it ran' : '';
    markLines();
  },
  run,
});

const stages = new Stages(
  byId('panes', HTMLElement),
  byId('explanation', HTMLElement),
  (lines, reveal) => {
    linked = lines;
    markLines();
    const first = Math.min(...lines);
    if (reveal && lines.size && !isStale) editor.reveal(first);
  },
  (id) => {
    const unit = model.unit(id);
    if (unit) show(unit);
  },
);

const runner = new Runner({
  ready(loaded) {
    tables = loaded;
    isReady = true;
    if (!isRunning && !status.textContent?.startsWith('Stopped')) say('Ready.');
    updateButtons();
  },
  output: print,
  events(lines) {
    for (const line of lines) model.add(JSON.parse(line) as Event);
    update();
  },
  done(code, milliseconds) {
    const time = milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
    if (code !== 0) markError();
    say(code === 0 ? `Done in ${time}.` : `Ended with status ${code} after ${time}.`);
    finish();
  },
  crash(message) {
    print(2, `\nThe compiler itself failed: ${message}\n`);
    say('The compiler itself failed.');
    finish();
    isReady = false;
    runner.stop();
  },
});

function say(text: string): void {
  status.textContent = text;
}

function updateButtons(): void {
  runButton.disabled = !isReady || isRunning;
  stopButton.disabled = !isRunning;
}

function markLines(): void {
  const none: ReadonlySet<number> = new Set();
  editor.mark({
    linked: isStale ? none : linked,
    hot: isStale ? none : model.hotLines,
    error: isStale ? 0 : errorLine,
  });
}

/** The innermost line of this program in the traceback that was printed last. */
function markError(): void {
  const lines = [...errorText.matchAll(/^ *File "program\.py", line (\d+)/gm)];
  errorLine = Number(lines.at(-1)?.[1] ?? 0);
  if (!errorLine) return;
  sourceNote.textContent = `error in line ${errorLine}`;
  editor.reveal(errorLine);
}

function run(): void {
  if (!isReady || isRunning) return;
  model = new Model(PATH);
  shown = null;
  isStale = false;
  isRunning = true;
  storyLength = printed = errorLine = 0;
  errorText = '';
  linked = new Set();
  output.replaceChildren();
  story.replaceChildren();
  stages.clear();
  unitSelect.replaceChildren();
  unitSelect.disabled = true;
  unitSummary.textContent = sourceNote.textContent = storyCount.textContent = '';
  markLines();
  say('Running…');
  updateButtons();
  const backend = backendSelect.value;
  const jit =
    backend === 'off'
      ? 'off'
      : `threshold=${thresholdSelect.value}` + (backend === 'eval' ? ',backend=eval' : '');
  runner.run(PATH, editor.text, jit);
}

function stop(): void {
  if (!isRunning) return;
  isReady = false;
  runner.stop();
  say('Stopped.');
  finish();
}

function finish(): void {
  isRunning = false;
  update();
  updateButtons();
}

function print(fd: number, text: string): void {
  if (fd === 2) errorText = (errorText + text).slice(-OUTPUT_LIMIT);
  if (printed > OUTPUT_LIMIT) return;
  printed += text.length;
  output.append(fd === 2 ? element('span', { class: 'error' }, text) : text);
  if (printed > OUTPUT_LIMIT) {
    output.append(element('span', { class: 'error' }, '\n… more output is not shown\n'));
  }
  const panel = output.parentElement;
  if (panel) panel.scrollTop = panel.scrollHeight;
}

// --- traces

function unitLabel(unit: Unit): string {
  const name = unit.name.replace('<module>:', 'line ');
  const what = unit.kind === 'bridge' ? `bridge from ${unit.parentUnit}` : unit.kind;
  const fate = unit.abort ? ', given up' : unit.invalidated ? ', invalidated' : '';
  return `${unit.id}: ${what}, ${name}${fate}`;
}

/** The first loop of the program that was compiled is what people want to see. */
function preferredUnit(): Unit | undefined {
  const compiled = model.units.filter((unit) => unit.compiledBy);
  const isOwn = (unit: Unit): boolean => unit.kind === 'loop' && model.isMain(unit.code);
  const loop = compiled.find(isOwn);
  if (loop || isRunning) return loop;
  return compiled.find((unit) => unit.kind === 'kernel') ?? compiled[0] ?? model.units[0];
}

function update(): void {
  updateStory();
  while (unitSelect.options.length < model.units.length) {
    const unit = model.units[unitSelect.options.length];
    if (unit) unitSelect.append(element('option', { value: String(unit.index) }, unitLabel(unit)));
  }
  for (const unit of model.units) {
    const option = unitSelect.options[unit.index];
    const label = unitLabel(unit);
    if (option && option.textContent !== label) option.textContent = label;
  }
  unitSelect.disabled = model.units.length === 0;
  if (!shown) {
    const unit = preferredUnit();
    if (unit) show(unit);
  } else {
    // Bridges and counts of exits may have come since.
    const hadFocus = document.activeElement?.closest('.row') !== null;
    if (!isRunning && !hadFocus) show(shown);
  }
  markLines();
}

function show(unit: Unit): void {
  shown = unit;
  unitSelect.value = String(unit.index);
  unitSummary.textContent = unit.abort
    ? `Recording was given up: ${unit.abort}`
    : unit.compiledBy
      ? `${capitalized(describeCompiled(unit))}.`
      : '';
  stages.show(model, unit, tables);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function updateStory(): void {
  for (; storyLength < model.story.length; storyLength++) {
    const entry = model.story[storyLength];
    if (!entry || storyLength > 500) continue;
    const item = element('li', { class: entry.kind });
    const unit = model.units[entry.unit];
    if (unit) {
      const button = element('button', { type: 'button', class: 'quiet' }, entry.text);
      button.addEventListener('click', () => show(unit));
      item.append(button);
    } else {
      item.append(entry.text);
    }
    if (entry.line > 0) {
      item.addEventListener('mouseenter', () => {
        linked = new Set([entry.line]);
        markLines();
      });
      item.addEventListener('mouseleave', () => {
        linked = new Set();
        markLines();
      });
    }
    story.append(item);
  }
  storyCount.textContent = model.units.length ? plural(model.units.length, 'recording') : '';
}

// --- tabs

function setUpTabs(): void {
  const tabs = [...byId('result-tabs', HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')];
  const choose = (chosen: HTMLElement) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !isChosen;
    }
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (e) => {
      if (e.key !== 'ArrowRight' && e.key !== 'ArrowLeft') return;
      const next = tabs[(index + (e.key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length];
      if (!next) return;
      choose(next);
      next.focus();
    });
  });
}

// --- beginning

setUpTabs();
for (const example of examples) {
  exampleSelect.append(element('option', { value: example.id }, example.title));
}
exampleSelect.addEventListener('change', () => {
  const example = examples.find((e) => e.id === exampleSelect.value);
  if (example) editor.text = example.text;
});
editor.text = examples[0]?.text ?? '';
unitSelect.addEventListener('change', () => {
  const unit = model.units[Number(unitSelect.value)];
  if (unit) show(unit);
});
byId('controls', HTMLFormElement).addEventListener('submit', (e) => {
  e.preventDefault();
  run();
});
stopButton.addEventListener('click', stop);

runner.load().catch((error: unknown) => {
  say('The compiler could not be loaded.');
  print(2, `${String(error)}\n`);
});
