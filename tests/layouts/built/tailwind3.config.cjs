module.exports = { content: ['./tailwind.html', './tailwind-icon.html'], plugins: [require('@tailwindcss/forms')] };
