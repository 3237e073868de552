const widget = document.querySelector('pass-muster');
widget.messages = { headline: { weak: 'Not this one' }, element: { suggest: 'Make one for me' } };
