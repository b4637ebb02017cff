import { lazy, Suspense } from 'react'
import { type Dialog, showDialog } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

const KeysDialog = lazy(() => import('./KeysDialog.tsx').then(({ KeysDialog: view }) => ({ default: view })))
const OpenDialog = lazy(() => import('./OpenDialog.tsx').then(({ OpenDialog: view }) => ({ default: view })))
const ShareDialog = lazy(() =>
  import('./ShareDialog.tsx').then(({ ShareDialog: view }) => ({ default: view })),
)

/** The dialog that is open, if one is. Each is loaded when it is first opened. */
export function Dialogs() {
  const lab = useLab()
  const dialog = useLabState((state) => state.dialog)
  if (dialog === null) return null
  return <Suspense fallback={null}>{viewOf(dialog, () => showDialog(lab, null))}</Suspense>
}

function viewOf(dialog: Dialog, close: () => void): React.ReactNode {
  switch (dialog.kind) {
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'open':
      return <OpenDialog tab={dialog.tab} onClose={close} />
    case 'share':
      return <ShareDialog sheet={dialog.sheet} onClose={close} />
    case 'gallery':
    case 'help':
      return null
  }
}
