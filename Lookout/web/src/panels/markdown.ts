import { element } from '../dom/element';

type Inline = Node | string;

/** A small, safe part of Markdown as DOM: headings, lists, tables, code, quotes, rules, emphasis and links. HTML in it stays text. */
export function markdown(source: string): HTMLElement {
  return element('div', { class: 'markdown' }, ...blocks(source.replace(/\r\n?/g, '\n').split('\n')));
}

function blocks(lines: readonly string[]): HTMLElement[] {
  const result: HTMLElement[] = [];
  let at = 0;
  const take = (test: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && test(lines[at]!)) at++;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (line.trim() === '') at++;
    else if (heading) {
      at++;
      // The panel's title is a heading of the second level; those in its text are below it.
      result.push(element(heading[1]!.length === 1 ? 'h3' : heading[1]!.length === 2 ? 'h4' : 'h5', {}, inline(heading[2]!)));
    } else if (/^(```|~~~)/.test(line)) {
      at++;
      const fence = line.slice(0, 3);
      const code = take((next) => !next.startsWith(fence));
      at++;
      result.push(element('pre', {}, element('code', {}, code.join('\n'))));
    } else if (/^\s*([-*_])\s*(\1\s*){2,}$/.test(line)) {
      at++;
      result.push(element('hr'));
    } else if (/^>\s?/.test(line)) {
      result.push(element('blockquote', {}, ...blocks(take((next) => /^>/.test(next)).map((next) => next.replace(/^>\s?/, '')))));
    } else if (/^\s*([-*+]|\d+[.)])\s+/.test(line)) {
      result.push(list(take((next) => /^\s*([-*+]|\d+[.)])\s+/.test(next) || /^\s{2,}\S/.test(next))));
    } else if (line.includes('|') && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(lines[at + 1] ?? '')) {
      result.push(table(take((next) => next.includes('|'))));
    } else {
      const text = take((next) => next.trim() !== '' && !/^(#{1,6}\s|```|~~~|>|\s*([-*+]|\d+[.)])\s)/.test(next));
      result.push(element('p', {}, inline(text.map((next) => next.trim()).join(' '))));
    }
  }
  return result;
}

function list(lines: readonly string[]): HTMLElement {
  const ordered = /^\s*\d/.test(lines[0]!);
  const items: string[][] = [];
  for (const line of lines) {
    if (/^\s{0,1}([-*+]|\d+[.)])\s+/.test(line)) items.push([line.replace(/^\s*([-*+]|\d+[.)])\s+/, '')]);
    else items.at(-1)?.push(line.replace(/^\s{2,4}/, ''));
  }
  return element(
    ordered ? 'ol' : 'ul',
    {},
    items.map(([first = '', ...rest]) => element('li', {}, inline(first), rest.length > 0 ? blocks(rest) : null)),
  );
}

function table(lines: readonly string[]): HTMLElement {
  const cells = (line: string): string[] => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());
  const [head = '', , ...body] = lines;
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, cells(head).map((cell) => element('th', { scope: 'col' }, inline(cell))))),
    element('tbody', {}, body.map((row) => element('tr', {}, cells(row).map((cell) => element('td', {}, inline(cell)))))),
  );
}

const spans = /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|\*(?!\s)(.+?)\*|(?<!\w)_(?!\s)(.+?)_(?!\w)|\[([^\]]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g;

function inline(text: string): Inline[] {
  const result: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(spans)) {
    if (match.index > from) result.push(text.slice(from, match.index));
    const [whole, code, strong, strongToo, emphasis, emphasisToo, label, address] = match;
    if (code !== undefined) result.push(element('code', {}, code));
    else if (strong !== undefined || strongToo !== undefined) result.push(element('strong', {}, inline(strong ?? strongToo ?? '')));
    else if (emphasis !== undefined || emphasisToo !== undefined) result.push(element('em', {}, inline(emphasis ?? emphasisToo ?? '')));
    else result.push(link(label ?? '', address ?? ''));
    from = match.index + whole.length;
  }
  if (from < text.length) result.push(text.slice(from));
  return result;
}

/** A link within this page or by http; another scheme is text. */
function link(label: string, address: string): Inline {
  const within = /^[/?#](?!\/)/.test(address);
  if (!within && !/^https?:\/\//i.test(address)) return label;
  return element('a', { href: address, ...(within ? {} : { target: '_blank', rel: 'noreferrer' }) }, inline(label));
}
