import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/engine/session/scenario.ts'
import { markdownOf } from '../../src/share/index.ts'
import { CLASSROOM } from './support.ts'

const url = 'https://lab.example/#2.abc'
const sentence = 'First fit looks at [80] and takes it: 64 are needed.'

function textOf(source: Scenario['source'], title = 'Which hole?'): string {
  return markdownOf({ scenario: { ...CLASSROOM.scenario, source, title }, sentence, url })
}

test('title, sentence, program, link', () => {
  const files = [{ name: 'a.c', text: 'int main(void) {\n}\n' }]
  expect(textOf({ kind: 'c', files, input: '' })).toBe(`## Which hole?

First fit looks at \\[80\\] and takes it: 64 are needed.

\`\`\`c
int main(void) {
}
\`\`\`

[This moment in Heap Lab](<https://lab.example/#2.abc>)
`)
})

test('several files have their names, and what is read has a block too', () => {
  const files = [
    { name: 'main.c', text: 'x' },
    { name: 'list_of.h', text: 'y' },
  ]
  const text = textOf({ kind: 'c', files, input: '3 4' })
  expect(text).toContain('main.c:\n\n```c\nx\n```')
  expect(text).toContain('list\\_of.h:\n\n```c\ny\n```')
  expect(text).toContain('Its input:\n\n```text\n3 4\n```')
})

test.each<[Scenario['source'], string]>([
  [{ kind: 'trace', name: 'x.rep', text: 'a 0 8\n' }, '```text\na 0 8\n```'],
  [{ kind: 'ostep', args: '-n 10 -s 3' }, '```sh\nmalloc.py -n 10 -s 3\n```'],
  [{ kind: 'file', name: 'big_1.rep', bytes: 12 }, 'The trace big\\_1.rep, 12 bytes.'],
  [{ kind: 'generator', shape: 'lifo', seed: 3, params: { live: 9 } }, 'Generated: lifo, seed 3, live 9.'],
])('another source: %j', (source, expected) => {
  expect(textOf(source)).toContain(expected)
})

describe('nothing in it is markup', () => {
  test('no code ends its block', () => {
    const text = textOf({ kind: 'trace', name: '', text: '```\n# out\n`````\n' })
    expect(text).toContain('``````text\n```\n# out\n`````\n``````\n')
  })

  test('no title is a link, a tag or a second line', () => {
    const title = '[x](javascript:alert(1)) <b>\n# *hi*'
    expect(textOf({ kind: 'ostep', args: '' }, title).split('\n')[0]).toBe(
      '## \\[x\\](javascript:alert(1)) \\<b\\> \\# \\*hi\\*',
    )
  })
})

test('without a link there is none', () => {
  expect(markdownOf({ scenario: CLASSROOM.scenario, sentence: '', url: null })).not.toContain('[This')
})
