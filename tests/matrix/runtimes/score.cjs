const { load } = require('passmuster');

load().then((muster) => console.log('score', muster.estimate('password123').score));
