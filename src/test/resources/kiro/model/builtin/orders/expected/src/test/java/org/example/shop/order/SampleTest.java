package org.example.shop.order;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
class SampleTest {

	private static final String VALID_UPDATE_ORDER =
			"""
			{
			  "quantity": 7,
			  "comment": "New comment"
			}
			""";
	private static final String ANNA = "key-anna";

	@Autowired private MockMvc mvc;
	@Autowired private OrderService orderService;

	@Test
	@Tag("sample#AC-1")
	void updating_an_order_answers_with_the_updated_one() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);

		mvc.perform(updateOrder(order.id(), VALID_UPDATE_ORDER).header("X-Api-Key", ANNA))
				.andExpect(status().isOk())
				.andExpect(jsonPath("$.id").value(order.id().toString()))
				.andExpect(jsonPath("$.customerId").value(7))
				.andExpect(jsonPath("$.article").value("Some article"))
				.andExpect(jsonPath("$.quantity").value(7))
				.andExpect(jsonPath("$.price").hasJsonPath())
				.andExpect(jsonPath("$.comment").value("New comment"))
				.andExpect(jsonPath("$.placedAt").hasJsonPath());
	}

	@Test
	@Tag("sample#AC-1")
	void updating_an_order_without_what_is_optional_succeeds() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);
		String body =
				"""
				{"quantity": 7}
				""";

		mvc.perform(updateOrder(order.id(), body).header("X-Api-Key", ANNA))
				.andExpect(status().isOk());
	}

	@Test
	@Tag("sample#AC-2")
	void updating_an_order_with_invalid_fields_is_refused() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);
		String body =
				"""
				{
				  "quantity": 0,
				  "comment": "%s"
				}
				"""
						.formatted("x".repeat(201));

		mvc.perform(updateOrder(order.id(), body).header("X-Api-Key", ANNA))
				.andExpect(status().isUnprocessableContent());
	}

	@Test
	@Tag("sample#AC-2")
	void updating_an_order_with_quantity_too_small_is_refused() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);
		String body =
				"""
				{
				  "quantity": 0,
				  "comment": "New comment"
				}
				""";

		mvc.perform(updateOrder(order.id(), body).header("X-Api-Key", ANNA))
				.andExpect(status().isUnprocessableContent());
	}

	@Test
	@Tag("sample#AC-2")
	void updating_an_order_with_quantity_too_large_is_refused() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);
		String body =
				"""
				{
				  "quantity": 101,
				  "comment": "New comment"
				}
				""";

		mvc.perform(updateOrder(order.id(), body).header("X-Api-Key", ANNA))
				.andExpect(status().isUnprocessableContent());
	}

	@Test
	@Tag("sample#AC-2")
	void updating_an_order_without_quantity_is_refused() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);
		String body =
				"""
				{"comment": "New comment"}
				""";

		mvc.perform(updateOrder(order.id(), body).header("X-Api-Key", ANNA))
				.andExpect(status().isUnprocessableContent());
	}

	@Test
	@Tag("sample#AC-2")
	void updating_an_order_with_comment_too_long_is_refused() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);
		String body =
				"""
				{
				  "quantity": 7,
				  "comment": "%s"
				}
				"""
						.formatted("x".repeat(201));

		mvc.perform(updateOrder(order.id(), body).header("X-Api-Key", ANNA))
				.andExpect(status().isUnprocessableContent());
	}

	@Test
	@Tag("sample#AC-3")
	void updating_an_unknown_order_is_not_found() throws Exception {
		mvc.perform(
				updateOrder("00000000-0000-4000-8000-000000000000", VALID_UPDATE_ORDER)
						.header("X-Api-Key", ANNA))
				.andExpect(status().isNotFound());
	}

	@Test
	@Tag("sample#AC-4")
	void updating_an_order_without_signing_in_is_unauthorized() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);

		mvc.perform(updateOrder(order.id(), VALID_UPDATE_ORDER))
				.andExpect(status().isUnauthorized());
	}

	@Test
	@Tag("sample#AC-4")
	void updating_an_order_with_an_invalid_credential_is_unauthorized() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);

		mvc.perform(updateOrder(order.id(), VALID_UPDATE_ORDER).header("X-Api-Key", "unknown"))
				.andExpect(status().isUnauthorized());
	}

	@Test
	@Tag("sample#AC-5")
	void updating_an_order_with_a_malformed_id_is_refused() throws Exception {
		mvc.perform(updateOrder("not-an-id", VALID_UPDATE_ORDER).header("X-Api-Key", ANNA))
				.andExpect(status().isBadRequest());
	}

	@Test
	@Tag("sample#AC-6")
	void deleting_an_order_removes_it() throws Exception {
		Order order = orderService.place(7L, "Some article", 1);

		mvc.perform(deleteOrder(order.id()).header("X-Api-Key", ANNA))
				.andExpect(status().isNoContent());
	}

	@Test
	@Tag("sample#AC-7")
	void deleting_an_unknown_order_is_not_found() throws Exception {
		mvc.perform(deleteOrder("00000000-0000-4000-8000-000000000000").header("X-Api-Key", ANNA))
				.andExpect(status().isNotFound());
	}

	private static MockHttpServletRequestBuilder updateOrder(Object id, String body) {
		return put("/orders/{orderId}", id).contentType(MediaType.APPLICATION_JSON).content(body);
	}

	private static MockHttpServletRequestBuilder deleteOrder(Object id) {
		return delete("/orders/{orderId}", id);
	}
}
