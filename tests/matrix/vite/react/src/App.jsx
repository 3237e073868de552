import { useEffect, useState } from 'react'
import 'passmuster/element'
import 'passmuster/style.css'

export default function App() {
  const [password, setPassword] = useState("")
  const [detail, setDetail] = useState({ verdict: "empty" })
  useEffect(() => {
    const listen = (event) => setDetail(event.detail)
    document.addEventListener('passmuster-verdict', listen)
    return () => document.removeEventListener('passmuster-verdict', listen)
  }, [])
  return (
    <form>
      <label htmlFor="new">New password</label>
      <input id="new" type="password" autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <pass-muster for="new" />
      <output>{detail.verdict} {password.length}</output>
    </form>
  )
}
