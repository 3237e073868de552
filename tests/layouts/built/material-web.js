// Material Web's outlined text field, whose input is in a shadow root.
import '@material/web/textfield/outlined-text-field.js';
import '@material/web/button/filled-button.js';
