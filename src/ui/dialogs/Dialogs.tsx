import { type Dialog, showDialog } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { later } from '../parts/later.tsx'

const KeysDialog = later(
  () => import('./KeysDialog.tsx'),
  (part) => part.KeysDialog,
)
const OpenDialog = later(
  () => import('./OpenDialog.tsx'),
  (part) => part.OpenDialog,
)
const ShareDialog = later(
  () => import('./ShareDialog.tsx'),
  (part) => part.ShareDialog,
)

/** The dialog that is open, if one is. Each is loaded when it is first opened. */
export function Dialogs() {
  const lab = useLab()
  const dialog = useLabState((state) => state.dialog)
  if (dialog === null) return null
  return viewOf(dialog, () => showDialog(lab, null))
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
    case 'kept':
      return null
  }
}
