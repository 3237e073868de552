import { useState } from 'preact/hooks'
import 'passmuster/element'
import 'passmuster/style.css'

export function App() {
  const [password, setPassword] = useState('')
  const [detail, setDetail] = useState({ verdict: 'empty' })
  return (
    <form>
      <label for="new">New password</label>
      <input id="new" type="password" autocomplete="new-password" value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
      <pass-muster for="new" onpassmuster-verdict={(event) => setDetail(event.detail)} />
      <output>{detail.verdict} {password.length}</output>
    </form>
  )
}
