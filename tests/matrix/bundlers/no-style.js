import 'passmuster/element';
