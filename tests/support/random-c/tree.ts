/*
 * A program as a tree of lines, so that parts of a failing one can be left out.
 */

/** A line; with a body also what closes it: `if (x) {` … `}`. */
export interface Node {
  readonly text: string
  readonly body?: readonly Node[]
  readonly end?: string
}

/** A program: what stands at file scope, and the body of its function `static void name(void)`. */
export interface Program {
  readonly name: string
  readonly items: readonly Node[]
  readonly body: readonly Node[]
}

/** A line of its own. */
export function line(text: string): Node {
  return { text }
}

/** A compound statement: `head {`, the body, `}` and `tail`. */
export function block(head: string, body: readonly Node[], tail = ''): Node {
  return { text: head === '' ? '{' : `${head} {`, body, end: `}${tail}` }
}

/** The C text of a program. */
export function programText({ name, items, body }: Program): string {
  return render([...items, block(`static void ${name}(void)`, body)], '')
}

function render(nodes: readonly Node[], indent: string): string {
  return nodes.map((node) => nodeText(node, indent)).join('')
}

function nodeText({ text, body, end }: Node, indent: string): string {
  const inner = body ? `${render(body, `${indent}  `)}${indent}${end}\n` : ''
  return `${indent}${text}\n${inner}`
}
