import type { PartName } from '../../engine/parts.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import type { FigureWriter } from '../figures-file.ts'
import { fileName } from '../file-name.ts'
import type { Lab } from '../lab.ts'
import { refresh } from './navigate.ts'
import { loadPart } from './parts.ts'
import { setStageTab, tellTrouble } from './screen.ts'

/** Points of a chart: more cannot be told apart on a screen. */
const CHART_POINTS = 800
/** Lines of a file that are asked for at a time, so that nothing else has to wait. */
const SLICE = 2000

/** Fetches the figures of all that has been run, for the charts. */
export async function loadFigures(lab: Lab): Promise<void> {
  const { info } = lab.store.getState()
  if (info === null || info.done === 0) return
  const { run } = lab
  const figures = await lab.client
    .callLatest('figures', 'figures', { from: 0, to: info.done, buckets: CHART_POINTS })
    .catch(() => SUPERSEDED)
  if (typeof figures !== 'symbol' && run === lab.run) lab.store.setState({ figures })
}

/** Fetches the figures of the operation on the screen, and counts the blocks up to it. */
export async function loadFiguresHere(lab: Lab): Promise<void> {
  const { info, position } = lab.store.getState()
  if (info === null || position.operation >= info.done) return
  const { run } = lab
  const { operation } = position
  const answers = await Promise.all([
    lab.client.callLatest('here', 'figures', { from: operation, to: operation + 1, buckets: 1 }),
    lab.client.callLatest('blocks', 'blocks', { operation }),
  ]).catch(() => [SUPERSEDED, SUPERSEDED] as const)
  const [figuresHere, blocks] = answers
  if (typeof figuresHere === 'symbol' || typeof blocks === 'symbol' || run !== lab.run) return
  lab.store.setState({ figuresHere, blocks })
}

/** Lights up the chunks on the map that a part of the heap is made of; null puts the light out. */
export function lightUp(lab: Lab, part: PartName | null): void {
  lab.store.setState({ lit: part })
  if (part !== null) setStageTab(lab, 'heap')
  void refresh(lab)
}

/** Offers the figures of all that has been run as a file; of a long run, thinned. */
export async function exportFigures(lab: Lab, format: 'csv' | 'json'): Promise<void> {
  const { info, scenario } = lab.store.getState()
  if (info === null || scenario === null || info.done === 0) return
  const { run } = lab
  const file = await loadPart(lab, () => import('../figures-file.ts'))
  if (file === null) return
  const { csvWriter, jsonWriter, MOST_TOLD, thinningNote } = file
  const total = info.done
  const width = Math.ceil(total / MOST_TOLD)
  const note = thinningNote(total, width)
  const about = { title: scenario.title, allocator: scenario.allocator, operations: total }
  const writer = format === 'csv' ? csvWriter(note) : jsonWriter(about, note)
  try {
    await writeAll(lab, writer, total, width)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return tellTrouble(lab, 'The figures could not be written', text)
  }
  if (run === lab.run) lab.services.download(figuresFileName(scenario.title, format), writer.finish())
}

/** What a file with the figures of a scenario is called. */
export function figuresFileName(title: string, extension: string): string {
  return fileName(title, `-figures.${extension}`)
}

/** Hands all lines to the writer, each for `width` operations. */
async function writeAll(lab: Lab, writer: FigureWriter, total: number, width: number): Promise<void> {
  const { run } = lab
  for (let from = 0; from < total && run === lab.run; from += SLICE * width) {
    const to = Math.min(total, from + SLICE * width)
    const buckets = Math.ceil((to - from) / width)
    writer.add(await lab.client.call('figures', { from, to, buckets }))
  }
}
