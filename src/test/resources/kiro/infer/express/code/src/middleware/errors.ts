export class AppError extends Error {
  constructor(message: string, readonly status: number) {
    super(message);
  }
}

export class NotFoundError extends AppError {
  constructor(message: string) {
    super(message, 404);
  }
}

export class ConflictError extends Error {}

export function onError(err, req, res, next) {
  if (err instanceof ConflictError) {
    return res.status(409).json({ error: err.message });
  }
  res.status(err.status ?? 500).json({ error: err.message });
}
