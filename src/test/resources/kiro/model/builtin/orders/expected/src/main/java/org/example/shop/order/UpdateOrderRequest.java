package org.example.shop.order;

import java.util.ArrayList;
import java.util.List;

public record UpdateOrderRequest(Integer quantity, String comment) {

	/** What is wrong with the values; nothing where all are in order. */
	public List<String> problems() {
		var problems = new ArrayList<String>();
		if (quantity == null || quantity < 1 || quantity > 100) {
			problems.add("quantity: has to be given: at least 1, at most 100");
		}
		if (comment != null && comment.length() > 200) {
			problems.add("comment: at most 200 characters");
		}
		return problems;
	}
}
