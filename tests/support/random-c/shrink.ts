import type { Node, Program } from './tree.ts'

/**
 * A smaller program that still fails: lines are left out, blocks opened, expressions made constants, as long as
 * `fails` says so. Stops after `most` tries.
 */
export function shrink(program: Program, fails: (program: Program) => boolean, most = 500): Program {
  let tries = 0
  let best = program
  let hasShrunk = true
  while (hasShrunk) {
    hasShrunk = false
    for (const smaller of smallerPrograms(best)) {
      if (++tries > most) return best
      if (!fails(smaller)) continue
      best = smaller
      hasShrunk = true
      break
    }
  }
  return best
}

function* smallerPrograms(program: Program): Generator<Program> {
  for (const body of smallerLists(program.body)) yield { ...program, body }
  for (const items of smallerLists(program.items)) yield { ...program, items }
  for (const body of simplerLists(program.body)) yield { ...program, body }
  for (const items of simplerLists(program.items)) yield { ...program, items }
}

/** The list without some of its nodes, or with less in them. */
function* smallerLists(nodes: readonly Node[]): Generator<Node[]> {
  for (let size = nodes.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < nodes.length; at += size) yield nodes.toSpliced(at, size)
  }
  for (const [at, node] of nodes.entries()) {
    if (!node.body) continue
    yield nodes.toSpliced(at, 1, ...node.body)
    for (const body of smallerLists(node.body)) yield nodes.with(at, { ...node, body })
  }
}

/** The list with a simpler expression somewhere. */
function* simplerLists(nodes: readonly Node[]): Generator<Node[]> {
  for (const [at, node] of nodes.entries()) {
    for (const text of simplerTexts(node.text)) yield nodes.with(at, { ...node, text })
    for (const body of node.body ? simplerLists(node.body) : []) yield nodes.with(at, { ...node, body })
  }
}

/** The text with something in parentheses replaced by a constant, or taken out of them. */
function* simplerTexts(text: string): Generator<string> {
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = closing(text, open)
    if (close < 0) continue
    for (const simple of ['1', '(1)', text.slice(open + 1, close)]) {
      const smaller = text.slice(0, open) + simple + text.slice(close + 1)
      if (smaller.length < text.length) yield smaller
    }
  }
  for (const part of text.matchAll(/[^(){},;]+?(?=,)|(?<== )[^;{]+(?=;)/g)) {
    if (part[0].trim().length > 1)
      yield `${text.slice(0, part.index)} 1${text.slice(part.index + part[0].length)}`
  }
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')' && --depth === 0) return i
  }
  return -1
}
