/* @refresh reload */
import { render } from 'solid-js/web'
import App from './App.jsx'

const root = document.getElementById('app')

render(() => <App />, root)
