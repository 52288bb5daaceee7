// The editor: CodeMirror with Python, and lines that can be marked as linked or hot.

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import {
  HighlightStyle,
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  drawSelection,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

interface Marks {
  linked: ReadonlySet<number>;
  hot: ReadonlySet<number>;
  /** Where the program raised what ended it; 0: nowhere. */
  error: number;
}

const setMarks = StateEffect.define<Marks>();

function decorate(state: EditorState, marks: Marks): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const lines = [...new Set([...marks.linked, ...marks.hot, marks.error])].sort((a, b) => a - b);
  for (const n of lines) {
    if (n < 1 || n > state.doc.lines) continue;
    const names = [
      marks.linked.has(n) ? 'cm-linked' : '',
      marks.hot.has(n) ? 'cm-hot' : '',
      marks.error === n ? 'cm-error' : '',
    ];
    const at = state.doc.line(n).from;
    builder.add(at, at, Decoration.line({ class: names.filter(Boolean).join(' ') }));
  }
  return builder.finish();
}

const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let next = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = decorate(transaction.state, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], class: 'tok-keyword' },
  { tag: [tags.string, tags.special(tags.string)], class: 'tok-string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'tok-number' },
  { tag: tags.comment, class: 'tok-comment' },
  { tag: [tags.function(tags.variableName), tags.className], class: 'tok-name' },
]);

export interface EditorEvents {
  /** The pointer is over a line, the cursor moved to one, or (0) neither. */
  line(line: number): void;
  changed(): void;
  run(): void;
}

export class Editor {
  private readonly view: EditorView;
  private hovered = 0;

  constructor(parent: HTMLElement, events: EditorEvents) {
    const hover = (line: number) => {
      if (line === this.hovered) return;
      this.hovered = line;
      events.line(line);
    };
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          highlightSpecialChars(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          indentUnit.of('    '),
          python(),
          syntaxHighlighting(colors),
          markField,
          EditorView.contentAttributes.of({ 'aria-label': 'Python program' }),
          keymap.of([
            { key: 'Mod-Enter', run: () => (events.run(), true) },
            ...defaultKeymap,
            ...historyKeymap,
            // Escape then Tab leaves the editor, as CodeMirror's documentation asks for.
            indentWithTab,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) events.changed();
            else if (update.selectionSet && update.view.hasFocus) {
              events.line(update.state.doc.lineAt(update.state.selection.main.head).number);
            }
          }),
          EditorView.domEventHandlers({
            mousemove: (e, view) => {
              const at = view.posAtCoords({ x: e.clientX, y: e.clientY });
              hover(at === null ? 0 : view.state.doc.lineAt(at).number);
            },
            mouseleave: () => hover(0),
          }),
        ],
      }),
    });
    this.view.scrollDOM.tabIndex = 0;
    this.view.scrollDOM.setAttribute('role', 'group');
    this.view.scrollDOM.setAttribute('aria-label', 'Program, scrollable');
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(text: string) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    this.view.scrollDOM.scrollTop = 0;
  }

  mark(marks: Marks): void {
    this.view.dispatch({ effects: setMarks.of(marks) });
  }

  /** Scrolls a line into view without moving the cursor. */
  reveal(line: number): void {
    if (line < 1 || line > this.view.state.doc.lines) return;
    const at = this.view.state.doc.line(line).from;
    const box = this.view.lineBlockAt(at);
    const { scrollTop, clientHeight } = this.view.scrollDOM;
    if (box.top < scrollTop || box.bottom > scrollTop + clientHeight) {
      this.view.scrollDOM.scrollTop = box.top - clientHeight / 2;
    }
  }
}
