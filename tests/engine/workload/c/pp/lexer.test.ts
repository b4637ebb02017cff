import { describe, expect, test } from 'vitest'
import { expanded, run } from './support.ts'

/** Tokens as `kind text line:column-endColumn`. */
function shown(text: string): string[] {
  return run(text).tokens.map(
    ({ kind, text, place, endColumn }) => `${kind} ${text} ${place.line}:${place.column}-${endColumn}`,
  )
}

/** The value of the first string or character of a text. */
function bytesOf(text: string): number[] {
  return [...(run(text).tokens[0]?.bytes ?? [])]
}

describe('tokens', () => {
  test('have kinds and places', () => {
    expect(shown('int x =\n  0x1fUL;')).toEqual([
      'keyword int 1:1-4',
      'identifier x 1:5-6',
      'punctuator = 1:7-8',
      'number 0x1fUL 2:3-9',
      'punctuator ; 2:9-10',
      'end  2:10-10',
    ])
  })

  test('keep the places of the text as written when lines are joined', () => {
    expect(shown('ab\\\ncd e\\\n  f\r\ng')).toEqual([
      'identifier abcd 1:1-3',
      'identifier e 2:4-5',
      'identifier f 3:3-4',
      'identifier g 4:1-2',
      'end  4:2-2',
    ])
  })

  test('of a macro stand where it is called', () => {
    const text = '#define TWICE(x) x x\n#define F TWICE(a\n  y = TWICE(b) + F) z'
    expect(shown(text)).toEqual([
      'identifier y 3:3-4',
      'punctuator = 3:5-6',
      'identifier b 3:7-15',
      'identifier b 3:7-15',
      'punctuator + 3:16-17',
      'identifier a 3:18-20',
      'identifier a 3:18-20',
      'identifier z 3:21-22',
      'end  3:22-22',
    ])
  })

  test('of a call over several lines stand at its name', () => {
    expect(shown('#define F(x) x\nF(\n1)')).toContain('number 1 2:1-2')
  })

  test('begin behind a byte order mark', () => {
    expect(shown('\uFEFFint')[0]).toBe('keyword int 1:2-5')
  })

  test('know GNU keywords, and names beyond ASCII', () => {
    const kinds = run('__inline__ __typeof__ __builtin_va_arg asm größe 변수 $x').tokens.map(
      ({ kind }) => kind,
    )
    expect(kinds.join(' ')).toBe('keyword keyword keyword keyword identifier identifier identifier end')
  })
})

describe('strings and characters', () => {
  test('are decoded', () => {
    expect(bytesOf('"a\\n\\0\\x41\\101\\e\\"\\\\"')).toEqual([97, 10, 0, 65, 65, 27, 34, 92])
    expect(bytesOf('"\\u00e9é\\U0001f600"')).toEqual([0xc3, 0xa9, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80])
    expect(bytesOf("'\\377'")).toEqual([255])
    expect(bytesOf("'ab'")).toEqual([97, 98])
    expect(bytesOf('u8"x"')).toEqual([120])
  })

  test('are wide behind L, u and U', () => {
    expect(bytesOf("L'é'")).toEqual([0xe9, 0, 0, 0])
    expect(bytesOf('U"a\\xffff"')).toEqual([97, 0, 0, 0, 0xff, 0xff, 0, 0])
    expect(run('L"x" "x"').tokens.map((token) => token.wide === true)).toEqual([true, false, false])
  })

  test('hold anything in a skipped group', () => {
    expect(expanded('#if 0\ndon\'t " @ “\n#endif\nx')).toBe('x')
  })
})
