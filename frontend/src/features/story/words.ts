import type { JSONContent } from '@tiptap/core';
import type { Paragraph, Run } from '@/api/stories';

/** Writes a claim's words as the editor's document. */
export function toDocument(words: readonly Paragraph[]): JSONContent {
  const content: JSONContent[] = [];
  for (let at = 0; at < words.length; ) {
    const one = words[at] as Paragraph;
    if (isItem(one)) {
      const end = listEnd(words, at);
      content.push(...lists(words.slice(at, end), 0));
      at = end;
      continue;
    }
    const inline = inlineOf(one.runs);
    content.push(
      one.kind === 'heading'
        ? { type: 'heading', attrs: { level: 3 }, content: inline }
        : { type: 'paragraph', content: inline },
    );
    at += 1;
  }
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

const isItem = (one: Paragraph) => one.kind === 'bullet' || one.kind === 'number';

function listEnd(words: readonly Paragraph[], from: number): number {
  let end = from;
  while (end < words.length && isItem(words[end] as Paragraph)) end += 1;
  return end;
}

/** Nests items by their level; a change of kind on one level begins another list. */
function lists(items: readonly Paragraph[], level: number): JSONContent[] {
  const out: JSONContent[] = [];
  for (const [at, item] of items.entries()) {
    if (item.level > level) continue;
    let end = at + 1;
    while (end < items.length && (items[end] as Paragraph).level > level) end += 1;
    const type = item.kind === 'number' ? 'orderedList' : 'bulletList';
    const node: JSONContent = {
      type: 'listItem',
      content: [
        { type: 'paragraph', content: inlineOf(item.runs) },
        ...lists(items.slice(at + 1, end), level + 1),
      ],
    };
    const last = out.at(-1);
    if (last?.type === type) last.content?.push(node);
    else out.push({ type, content: [node] });
  }
  return out;
}

function inlineOf(runs: readonly Run[]): JSONContent[] {
  return runs.flatMap((run) => {
    const marks = [
      ...(run.bold ? [{ type: 'bold' }] : []),
      ...(run.italic ? [{ type: 'italic' }] : []),
    ];
    return run.text
      .split('\n')
      .flatMap((line, at) => [
        ...(at > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line, marks }]),
      ]);
  });
}

/** Reads the editor's document as a claim's words; paragraphs without words are left out. */
export function fromDocument(doc: JSONContent): Paragraph[] {
  return (doc.content ?? []).flatMap((node) => paragraphs(node, 0));
}

function paragraphs(node: JSONContent, level: number): Paragraph[] {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return (node.content ?? []).flatMap((item) =>
        itemOf(item, node.type === 'orderedList' ? 'number' : 'bullet', level),
      );
    case 'heading':
      return said({ kind: 'heading', level: 0, runs: runsOf(node) });
    default:
      return said({ kind: 'text', level: 0, runs: runsOf(node) });
  }
}

/** Reads a list item: its paragraphs are one, with line breaks, then come the lists it holds. */
function itemOf(item: JSONContent, kind: Paragraph['kind'], level: number): Paragraph[] {
  const own: Run[] = [];
  const below: Paragraph[] = [];
  for (const node of item.content ?? []) {
    if (node.type === 'bulletList' || node.type === 'orderedList') {
      below.push(...paragraphs(node, level + 1));
      continue;
    }
    if (own.length > 0) own.push({ text: '\n', bold: false, italic: false });
    own.push(...runsOf(node));
  }
  return [...said({ kind, level, runs: joined(own) }), ...below];
}

const said = (one: Paragraph) =>
  one.runs.some((run) => run.text.trim() !== '') ? [one] : ([] as Paragraph[]);

function runsOf(node: JSONContent): Run[] {
  return joined(
    (node.content ?? []).map((part) => {
      const has = (type: string) => part.marks?.some((mark) => mark.type === type) ?? false;
      const text = part.type === 'hardBreak' ? '\n' : (part.text ?? '');
      return { text, bold: has('bold'), italic: has('italic') };
    }),
  );
}

/** Makes neighbours of one manner one run. */
function joined(all: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const run of all) {
    const last = runs.at(-1);
    if (last !== undefined && last.bold === run.bold && last.italic === run.italic) {
      last.text += run.text;
    } else runs.push({ ...run });
  }
  return runs;
}

/** Says whether two claims' words are the same, manner and all. */
export function sameWords(a: readonly Paragraph[], b: readonly Paragraph[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
