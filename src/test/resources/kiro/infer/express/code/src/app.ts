import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { orders } from './routes/orders.js';
import health from './routes/health.js';
import { onError } from './middleware/errors.js';

export const app = express();
app.use(express.json({ limit: '100kb' }));
app.use(rateLimit({ windowMs: 60_000, max: 100 }));
app.use('/api/orders', orders);
app.use(health);
app.use(onError);
app.listen(process.env.PORT);
