package org.example.shop.order;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/orders")
class OrderController {
	private final OrderService service;

	OrderController(OrderService service) {
		this.service = service;
	}

	record PlaceOrder(String article, int quantity) {
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Order place(@RequestAttribute("customerId") long customerId, @RequestBody PlaceOrder order) {
		return service.place(customerId, order.article(), order.quantity());
	}

	@GetMapping("/{orderId}")
	Order find(@RequestAttribute("customerId") long customerId, @PathVariable UUID orderId) {
		return service.find(orderId, customerId);
	}

	@PutMapping("/{orderId}")
	Order update(
			@RequestAttribute("customerId") long customerId,
			@PathVariable UUID orderId,
			@RequestBody UpdateOrderRequest request) {
		List<String> problems = request.problems();
		if (!problems.isEmpty()) {
			throw new ResponseStatusException(
					HttpStatus.UNPROCESSABLE_CONTENT, String.join("; ", problems));
		}
		return service.update(customerId, orderId, request.quantity(), request.comment());
	}

	@DeleteMapping("/{orderId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@RequestAttribute("customerId") long customerId, @PathVariable UUID orderId) {
		service.delete(customerId, orderId);
	}
}
