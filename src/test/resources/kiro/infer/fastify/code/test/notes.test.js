const { test } = require('node:test');
const assert = require('node:assert');
const { fastify } = require('../src/server');

test('an unknown note is not found', async () => {
  const response = await fastify.inject({ method: 'GET', url: '/v1/notes/1' });
  assert.equal(response.statusCode, 404);
});
