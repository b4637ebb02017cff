import { useEffect, useRef } from 'react'
import { addressBack } from '../../engine/map-levels.ts'
import type { PartName } from '../../engine/parts.ts'
import type { Address } from '../../engine/units.ts'
import { type Lab, type questionNow, setMapAnchor, showFrom } from '../../state/index.ts'
import type { Size } from '../canvas/pen.ts'
import { useLab } from '../context.ts'
import { focusOf } from '../parts/focus.ts'
import { rowOf } from './layout.ts'
import { shareAt } from './room.ts'
import { anchorAt, emptyRows, isShown, type Scene } from './scene.ts'

/** Rows above what is brought into view. */
const ROWS_ABOVE = 2

/** Keeps on the map what the page is about: the step's chunk, the inspected one, the part lit up, a question's places. */
export function useFollowing(
  scene: Scene | null,
  size: Size,
  inspected: Address | null,
  predict: ReturnType<typeof questionNow>,
): void {
  useFollow(scene)
  useShowInspected(scene, inspected)
  useShowLit(scene)
  useShowPointed(scene, predict, size.height)
  useFilled(scene, size)
  useAnchor(scene, size)
}

/** Brings the chunk that a step is about into view, once for each step: what the person scrolls to afterwards stays. */
function useFollow(scene: Scene | null): void {
  const lab = useLab()
  const followed = useRef('')
  useEffect(() => {
    if (scene === null) return
    const { moment } = scene
    const key = `${moment.position.operation}.${moment.position.step}`
    if (followed.current === key) return
    followed.current = key
    bringIntoView(lab, scene, moment.step.chunk)
  }, [scene, lab])
}

/** Brings a chunk into view that was chosen elsewhere: in a list, or by a pointer to it. */
function useShowInspected(scene: Scene | null, address: Address | null): void {
  const lab = useLab()
  const shown = useRef(address)
  useEffect(() => {
    if (scene === null || shown.current === address) return
    shown.current = address
    if (address !== null) bringIntoView(lab, scene, address)
  }, [scene, lab, address])
}

/** Brings into view what a question is about, the place that the keys point at as an answer, and then the true one. */
function useShowPointed(scene: Scene | null, predict: ReturnType<typeof questionNow>, height: number): void {
  const lab = useLab()
  const question = predict?.question
  const pointed = question?.choices[predict?.at ?? -1]?.place ?? question?.subject
  const place = (predict?.told == null ? pointed : question?.outcome)?.from ?? 0
  // The question itself takes room from the map, which then may not reach as far as before.
  const wanted = `${place} ${height}`
  const shown = useRef('')
  useEffect(() => {
    if (scene === null || shown.current === wanted) return
    shown.current = wanted
    if (place !== 0) bringIntoView(lab, scene, place)
  }, [scene, lab, place, wanted])
}

/** Brings a chunk of the part that was lit up into view, if none of them is. */
function useShowLit(scene: Scene | null): void {
  const lab = useLab()
  const shown = useRef<PartName | null>(null)
  useEffect(() => {
    const part = scene?.moment.part ?? null
    if (scene === null || shown.current === (part?.part ?? null)) return
    shown.current = part?.part ?? null
    const addresses = [...(part?.address ?? [])]
    const isSeen = addresses.some((address) => isShown(scene, address))
    if (!isSeen && addresses[0] !== undefined) bringIntoView(lab, scene, addresses[0])
  }, [scene, lab])
}

/** Scrolls the map so that the chunk at an address is on it, unless it is, or is none of the heap's. */
function bringIntoView(lab: Lab, scene: Scene, address: Address): void {
  const { extent, stretches } = scene.moment
  if (address < extent.from || address >= extent.to || isShown(scene, address)) return
  showFrom(lab, addressBack(stretches, address, ROWS_ABOVE * scene.layout.bytesPerRow))
}

/** Where the heap ends on the map, and there is room below it, what lies above comes down into it. */
function useFilled(scene: Scene | null, size: Size): void {
  const lab = useLab()
  useEffect(() => {
    if (scene === null || !scene.layout.reachesEnd) return
    const rows = emptyRows(scene, size)
    const first = scene.layout.rows[0]?.address ?? 0
    if (rows < 1 || first <= scene.moment.extent.from) return
    const from = addressBack(scene.moment.stretches, first, rows * scene.layout.bytesPerRow)
    if (from !== lab.store.getState().view.mapFrom) showFrom(lab, from)
  }, [scene, size, lab])
}

/** Tells what stays in its place when a key zooms: the chunk that the step is about, or else the middle of the map. */
function useAnchor(scene: Scene | null, size: Size): void {
  const lab = useLab()
  useEffect(() => {
    if (scene === null) return
    const address = focusOf(scene.moment)?.chunk ?? scene.moment.inspected?.chunk ?? 0
    const row = rowOf(scene.layout, address)
    const anchor =
      row === null
        ? anchorAt(scene, size, { x: 0, y: size.height / 3 })
        : { address, share: shareAt(size, row.y) }
    setMapAnchor(lab, anchor)
  }, [scene, size, lab])
}
