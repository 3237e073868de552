/** Before the first paint: the colours that the reader chose. Without this script, those of the system. */

const theme = localStorage.getItem('theme');
if (theme) document.documentElement.dataset.theme = theme;
document.documentElement.classList.add('scripts');
