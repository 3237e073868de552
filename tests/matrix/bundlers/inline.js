import 'passmuster/element/inline';
