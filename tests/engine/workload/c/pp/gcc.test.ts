import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { lexFile } from '../../../../../src/engine/workload/c/pp/lexer.ts'
import { NASTY } from './nasty.ts'
import { run, texts } from './support.ts'

const hasGcc = answers('gcc', ['-dumpversion'])

function answers(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What gcc makes of a text called main.c, as tokens. Its errors do not matter: it prints tokens even so. */
function gccTokens(text: string): string[] {
  const named = `# 1 "main.c"\n${text}`
  let output = ''
  try {
    output = execFileSync('gcc', ['-E', '-P', '-'], {
      input: named,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  } catch (reason) {
    output = (reason as { stdout: string }).stdout
  }
  return lexFile('gcc', output)
    .lexemes.filter((lexeme) => lexeme.kind !== 'end')
    .map((lexeme) => plain(lexeme.text))
}

/** gcc prints digraphs as they were written; the parser sees what they stand for. */
function plain(text: string): string {
  const digraphs: Record<string, string> = {
    '<:': '[',
    ':>': ']',
    '<%': '{',
    '%>': '}',
    '%:': '#',
    '%:%:': '##',
  }
  return digraphs[text] ?? text
}

describe.skipIf(!hasGcc)('tokens are those of gcc -E', () => {
  for (const [name, text] of Object.entries(NASTY))
    test(name, () => {
      expect(texts(run(text).tokens).join(' ')).toBe(gccTokens(text).join(' '))
    })
})
