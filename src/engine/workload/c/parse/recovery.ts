import { SyntaxStop } from './cursor.ts'
import type { Parser } from './parser.ts'
import { STATEMENT_WORDS } from './words.ts'

/*
 * Panic mode: where reading goes on after a syntax error. Each of these leaves the cursor where a new construct can
 * begin; the loops that call them make sure that something was read.
 */

/** Skips behind the next `end` of this block, or before the `}` that closes it; nested braces are skipped whole. */
export function skipTo(p: Parser, end: string): void {
  while (!p.isEnd && !p.is('}')) {
    if (p.accept(end)) return
    if (p.is('{')) skipBraces(p)
    else p.next()
  }
}

/** Skips from `{` behind its `}`. */
export function skipBraces(p: Parser): void {
  let depth = 0
  do {
    if (p.is('{')) depth++
    else if (p.is('}')) depth--
    p.next()
  } while (depth > 0 && !p.isEnd)
}

/**
 * Skips the rest of a statement: behind its `;`, or before a brace, or before a line that begins with what can only
 * begin a statement. A block behind it is then read as one, so that its own errors are found.
 */
export function skipStatement(p: Parser): void {
  const start = p.position
  while (!p.isEnd && !p.is('}')) {
    if (p.accept(';')) return
    if (p.is('{') && p.previous.text === '=') {
      skipBraces(p)
      continue
    }
    if (p.is('{')) {
      p.hasBrokenHead = true
      return
    }
    if (p.position > start && p.isOnNewLine && (STATEMENT_WORDS.has(p.word()) || p.startsType())) return
    p.next()
  }
}

/**
 * After a missing `;` was reported: goes on as if it stood there, if a new line, a `}` or a statement follows; else
 * the rest of the line is of no use and SyntaxStop is thrown.
 */
export function goOnWithoutSemicolon(p: Parser): void {
  const isPlain = p.isEnd || p.isOnNewLine || p.is('}') || p.is('{')
  if (!isPlain && !STATEMENT_WORDS.has(p.word()) && !p.startsType()) throw new SyntaxStop()
}

/** Fails at a `)` or `]` that was never opened, where a statement could end. */
export function failAtStrayClosing(p: Parser): void {
  if (p.is(')')) p.fail('this `)` has no `(` before it')
  if (p.is(']')) p.fail('this `]` has no `[` before it')
}

/** Skips behind the `)` of a statement's head; before a brace, a line (or a `;`, unless it is a `for`'s head), if there is none. */
export function skipHead(p: Parser, isFor: boolean): void {
  for (let depth = 1; depth > 0; p.next()) {
    if (p.isEnd || (p.is(';') && !isFor) || p.is('{') || p.is('}')) return
    if (p.isOnNewLine && !/^[;,(]$/.test(p.previous.text) && !p.is(')')) return
    if (p.is('(')) depth++
    else if (p.is(')')) depth--
  }
}

/** Skips the rest of a declaration at file scope: behind its `;` or its braces, or before the next one at a line's beginning. */
export function skipDeclaration(p: Parser): void {
  const start = p.position
  let depth = 0
  while (!p.isEnd) {
    if (depth <= 0 && p.accept(';')) return
    if (p.is('(')) depth++
    else if (p.is(')')) depth--
    else if (p.is('{')) {
      skipBraces(p)
      if (p.isOnNewLine) return
      continue
    }
    const startsLine = p.isOnNewLine && p.place.column === 1 && (p.isName() || p.startsType())
    if (p.position > start && startsLine) return
    p.next()
  }
}
