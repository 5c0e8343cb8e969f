import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { app } from '../src/app.js';

describe('orders', () => {
  it('creates an order', async () => {
    await request(app).post('/api/orders').send({ customer: 'a@example.com', quantity: 1 }).expect(201);
  });

  it('does not find an unknown order', async () => {
    const id = 'x';
    const res = await request(app).get(`/api/orders/${id}`);
    expect(res.status).toBe(404);
  });

  it('asks for a token', async () => {
    await request(app).delete('/api/orders/1').expect(401);
  });
});
