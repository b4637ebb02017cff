import type { Diagnostics } from '../source.ts'
import type { LexemeSource } from './expand.ts'
import type { Found } from './include.ts'
import type { Lexeme } from './lexeme.ts'
import { type LexedFile, lexFile, lexHeader } from './lexer.ts'
import { FileReader } from './reader.ts'

/** Files that include one another. gcc allows 200; a program that needs more than a few is one that goes in circles. */
const MOST_DEPTH = 100

/** The files being read, each included by the one below. Directives met on the way are run at once. */
export class SourceStack implements LexemeSource {
  private readonly readers: FileReader[] = []
  private readonly lexed = new Map<string, LexedFile>()
  private collectors = 0
  /** Runs the directive whose `#` is next. */
  onDirective: (reader: FileReader) => void = () => {}
  /** Told of a file that has been read to its end. */
  onEnd: (reader: FileReader) => void = () => {}

  constructor(private readonly diagnostics: Diagnostics) {}

  get top(): FileReader {
    return this.readers[this.readers.length - 1]!
  }

  get bottom(): FileReader {
    return this.readers[0]!
  }

  get depth(): number {
    return this.readers.length
  }

  /** Whether the arguments of a macro are being read. */
  get isCollecting(): boolean {
    return this.collectors > 0
  }

  /** Begins to read a file. `at` is the #include, if one asked for it. */
  open(found: Found, at: Lexeme | null): FileReader {
    if (at !== null && this.readers.length >= MOST_DEPTH) {
      const cure = 'begin the header with #pragma once or an include guard'
      const message = `${found.name} is included ${MOST_DEPTH} files deep: it includes itself; ${cure}`
      this.diagnostics.fatal(at.place, message)
    }
    const reader = new FileReader(found, this.lex(found))
    if (reader.openComment !== null)
      this.diagnostics.error(reader.openComment, 'this comment has no end: */ is missing')
    this.readers.push(reader)
    return reader
  }

  /** Reads a file's tokens, once in a compile. */
  private lex(found: Found): LexedFile {
    if (found.isLab) return lexHeader(found.name, found.text)
    const lexed = this.lexed.get(found.name) ?? lexFile(found.name, found.text)
    this.lexed.set(found.name, lexed)
    return lexed
  }

  next(): Lexeme | null {
    for (;;) {
      const reader = this.top
      const lexeme = reader.peeked
      if (lexeme.kind === 'end') {
        if (this.isCollecting || this.readers.length === 1) return null
        this.onEnd(reader)
        this.readers.pop()
      } else if (lexeme.startsLine && lexeme.is('#')) this.onDirective(reader)
      else return reader.take()
    }
  }

  isAtOpen(): boolean {
    return this.top.peeked.is('(')
  }

  collecting(isCollecting: boolean): void {
    this.collectors += isCollecting ? 1 : -1
  }
}
