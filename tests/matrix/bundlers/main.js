import 'passmuster/element';
import 'passmuster/style.css';
