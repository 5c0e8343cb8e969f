package org.example.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

@Service
class OrderService {
	private final Map<UUID, Order> orders = new ConcurrentHashMap<>();

	Order place(long customerId, String article, int quantity) {
		Order order = new Order(UUID.randomUUID(), customerId, article, quantity, BigDecimal.TEN, null, Instant.now());
		orders.put(order.id(), order);
		return order;
	}

	Order find(UUID id, long customerId) {
		Order order = orders.get(id);
		if (order == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no order " + id);
		}
		if (order.customerId() != customerId) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "not your order");
		}
		return order;
	}

	Order update(long customerId, UUID id, int quantity, String comment) {
		Order order = orders.get(id);
		if (order == null) {
			throw new ResponseStatusException(
					HttpStatus.NOT_FOUND, "order " + id + " does not exist");
		}
		if (customerId != order.customerId()) {
			throw new ResponseStatusException(
					HttpStatus.FORBIDDEN, "order " + id + " belongs to someone else");
		}
		Order updated =
				new Order(
						order.id(),
						order.customerId(),
						order.article(),
						quantity,
						order.price(),
						comment,
						order.placedAt());
		orders.put(updated.id(), updated);
		return updated;
	}

	void delete(long customerId, UUID id) {
		Order order = orders.get(id);
		if (order == null) {
			throw new ResponseStatusException(
					HttpStatus.NOT_FOUND, "order " + id + " does not exist");
		}
		if (customerId != order.customerId()) {
			throw new ResponseStatusException(
					HttpStatus.FORBIDDEN, "order " + id + " belongs to someone else");
		}
		orders.remove(id);
	}
}
