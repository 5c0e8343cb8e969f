const noteSchema = {
  body: {
    type: 'object',
    required: ['title'],
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 80 },
      priority: { type: 'integer', minimum: 1, maximum: 5 },
    },
  },
};

module.exports = async function notes(fastify) {
  fastify.post('/', { schema: noteSchema }, async (request, reply) => {
    const note = await fastify.db.notes.insertOne(request.body);
    reply.code(201);
    return note;
  });

  fastify.route({
    method: 'GET',
    url: '/:id',
    handler: async (request, reply) => {
      const note = await fastify.db.notes.findOne(request.params.id);
      if (!note) {
        return reply.code(404).send({ error: 'no such note' });
      }
      return note;
    },
  });
};
