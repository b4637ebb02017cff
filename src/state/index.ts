export type { Course, Example, ExampleKind, MomentLink, Opening } from '../scenarios/index.ts'
export * from './actions/changes.ts'
export * from './actions/compare.ts'
export * from './actions/course.ts'
export * from './actions/course-files.ts'
export * from './actions/edit.ts'
export * from './actions/edit-program.ts'
export * from './actions/figures.ts'
export * from './actions/files.ts'
export * from './actions/find.ts'
export * from './actions/glass.ts'
export * from './actions/hand-bar.ts'
export * from './actions/help.ts'
export * from './actions/input.ts'
export {
  duplicateKept,
  exportKept,
  importKept,
  keepScenarios,
  loadKept,
  openKept,
  removeKept,
  renameKept,
} from './actions/kept.ts'
export * from './actions/line-bytes.ts'
export * from './actions/navigate.ts'
export * from './actions/open.ts'
export * from './actions/parts.ts'
export * from './actions/play.ts'
export * from './actions/predict.ts'
export * from './actions/present.ts'
export * from './actions/remember.ts'
export * from './actions/screen.ts'
export * from './actions/share.ts'
export * from './actions/start.ts'
export * from './actions/start-editing.ts'
export * from './actions/tour.ts'
export * from './actions/version.ts'
export { redo, undo } from './actions/versions.ts'
export * from './actions/walk.ts'
export * from './actions/windows.ts'
export * from './actions/worker.ts'
export * from './actions/zoom.ts'
export { movedLine } from './breakpoints.ts'
export * from './comparison.ts'
export * from './comparison-table.ts'
export * from './course.ts'
export {
  type Imported,
  type KeptBody,
  type KeptHead,
  MOST_IMPORTED,
  type Room,
  type Shelf,
  ShelfFull,
} from './kept/shelf.ts'
export type { ClientEvents, Keep, Lab, Services } from './lab.ts'
export {
  answersLevel,
  levelHere,
  levelsHere,
  type MapAnchor,
  type MapRoom,
  nextLevel,
  rowBytesOf,
} from './map-view.ts'
export * from './positions.ts'
export {
  type Choice,
  NO_SCORE,
  type Predict,
  type Question,
  rightChoices,
  type Score,
  verdictText,
} from './predict/state.ts'
export { PROGRAM_SETTINGS } from './program-settings.ts'
export * from './selectors.ts'
export { SETTINGS, settingsFor, settingValues } from './settings.ts'
export type { ShareSheet } from './sheet.ts'
export * from './store.ts'
export { versionsOf } from './versions.ts'
