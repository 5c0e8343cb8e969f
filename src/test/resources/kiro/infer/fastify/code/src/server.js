const fastify = require('fastify')({ bodyLimit: 1048576 });
const notes = require('./notes');

fastify.register(notes, { prefix: '/v1/notes' });
fastify.get('/ping', async () => 'pong');

module.exports = { fastify };
