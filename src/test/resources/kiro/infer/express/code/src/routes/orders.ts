import { Router } from 'express';
import { z } from 'zod';
import { NotFoundError } from '../middleware/errors.js';
import { OrderStore } from '../store.js';

export const orders = Router();
const store = new OrderStore();

const createOrderSchema = z.object({
  customer: z.string().email(),
  note: z.string().max(200).optional(),
  quantity: z.number().int().min(1).max(99),
});

orders.get('/', async (req, res) => {
  const limit = Number(req.query.limit ?? 20);
  if (limit > 100) {
    return res.status(400).json({ error: 'limit is too large' });
  }
  res.json(await store.list(limit));
});

orders.post('/', async (req, res) => {
  const parsed = createOrderSchema.safeParse(req.body);
  if (!parsed.success) {
    return res.status(422).json({ error: parsed.error.issues });
  }
  const order = await store.create(parsed.data);
  res.status(201).location(`/api/orders/${order.id}`).json(order);
});

orders.route('/:id').get(show).delete(async (req, res) => {
  const order = await store.find(req.params.id);
  if (order.owner !== req.user.id) {
    return res.sendStatus(403);
  }
  await store.remove(order.id);
  res.sendStatus(204);
});

async function show(req, res) {
  res.json(await store.find(req.params.id));
}
