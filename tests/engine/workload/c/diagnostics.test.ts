import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../../src/engine/workload/c/compile.ts'
import { hasGcc } from '../../../support/gcc.ts'

/*
 * What students get wrong, and all that the compiler says to it. The files in mistakes/ are to be read: each mistake is
 * a heading, a program and the messages.
 */

interface Mistake {
  readonly what: string
  readonly text: string
  readonly messages: readonly string[]
}

function mistakesOf(name: string): Mistake[] {
  const file = readFileSync(new URL(`mistakes/${name}.md`, import.meta.url), 'utf8')
  const found = file.matchAll(/^## ([^\n]*)\n\n```c\n(.*?)^```\n```\n(.*?)^```$/gms)
  return [...found].map(([, what, text, messages]) => ({
    what: what!,
    text: text!,
    messages: messages!.split('\n').slice(0, -1),
  }))
}

/** All messages, as gcc would print them. */
function messagesOf(text: string): string[] {
  const { diagnostics } = compile({ files: [{ name: 'main.c', text }], model: 'lp64', defines: [] })
  return diagnostics.map(({ severity, place, message }) => {
    return `${place.file}:${place.line}:${place.column}: ${severity}: ${message}`
  })
}

describe.each([
  ['missing', 'what is missing, or too much'],
  ['misspelt', 'what is written in another way'],
  ['misread', 'what means something else'],
  ['unfit', 'what does not fit'],
])('%s: %s', (name) => {
  const mistakes = mistakesOf(name)

  it.each(mistakes)('$what', ({ text, messages }) => {
    expect(messagesOf(text)).toEqual(messages)
  })

  it.skipIf(!hasGcc())('is refused where gcc refuses it', () => {
    // gcc has nested functions, and knows of a missing main only when it links.
    const others = ['a function in a function', 'main']
    const refused = refusedByGcc(mistakes.map(({ text }) => text))
    mistakes.forEach(({ what, messages }, i) => {
      if (others.includes(what)) return
      const isRefused = messages.some((each) => each.includes(': error: '))
      expect([what, isRefused]).toEqual([what, refused[i]])
    })
  })
})

/** Which of the programs gcc finds errors in. */
function refusedByGcc(texts: readonly string[]): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'mistakes-'))
  try {
    const names = texts.map((text, i) => {
      writeFileSync(join(folder, `${i}.c`), text)
      return `${i}.c`
    })
    const { stderr } = spawnSync('gcc', ['-std=gnu11', '-fsyntax-only', ...names], {
      cwd: folder,
      encoding: 'utf8',
    })
    return names.map((name) => new RegExp(`^${name}:[0-9:]+ (fatal )?error: `, 'm').test(stderr))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
