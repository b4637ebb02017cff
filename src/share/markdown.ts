import type { Scenario, Source } from '../engine/session/scenario.ts'

/** What a text about a moment is made of. */
export interface Told {
  readonly scenario: Scenario
  /** What happens in the step, in words; empty if there is no moment. */
  readonly sentence: string
  /** The link to the moment; null where no link can carry it. */
  readonly url: string | null
}

/** A moment as Markdown (CommonMark): title, sentence, the source as code, the link. Nothing in it is taken as markup. */
export function markdownOf({ scenario, sentence, url }: Told): string {
  const parts = [`## ${escaped(scenario.title)}`, escaped(sentence), ...codeOf(scenario.source)]
  if (url !== null) parts.push(`[This moment in Heap Lab](<${url}>)`)
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`
}

function codeOf(source: Source): string[] {
  switch (source.kind) {
    case 'c':
      return programOf(source)
    case 'trace':
      return [block('text', source.text)]
    case 'ostep':
      return [block('sh', `malloc.py ${source.args}`)]
    case 'file':
      return [escaped(`The trace ${source.name}, ${source.bytes} bytes.`)]
    case 'generator': {
      const params = Object.entries(source.params).map(([name, value]) => `, ${name} ${value}`)
      return [escaped(`Generated: ${source.shape}, seed ${source.seed}${params.join('')}.`)]
    }
  }
}

function programOf({ files, input }: Extract<Source, { kind: 'c' }>): string[] {
  const parts = files.flatMap(({ name, text }) => [
    ...(files.length > 1 ? [`${escaped(name)}:`] : []),
    block('c', text),
  ])
  return input === '' ? parts : [...parts, 'Its input:', block('text', input)]
}

/** A block of code, fenced by more backticks than stand in a row anywhere in it. */
function block(language: string, text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`
}

/** A text on one line in which no character means anything to Markdown. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
}
