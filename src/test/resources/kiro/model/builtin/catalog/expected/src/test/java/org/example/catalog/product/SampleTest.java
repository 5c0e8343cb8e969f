package org.example.catalog.product;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.example.catalog.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class SampleTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String VALID_UPDATE_PRODUCT =
            """
            {
              "name": "New name",
              "price": 7.5,
              "stock": 7
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private MovableClock clock;
    @Autowired private ProductRepository products;

    @BeforeEach
    void start_anew() {
        clock.advance(WINDOW);
    }

    @Test
    @Tag("sample#AC-1")
    void changing_a_product_answers_with_the_updated_one() throws Exception {
        Product product = storedProduct();

        mvc.perform(updateProduct(product.getId(), VALID_UPDATE_PRODUCT))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(product.getId().toString()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.sku").hasJsonPath())
                .andExpect(jsonPath("$.price").value(7.5))
                .andExpect(jsonPath("$.stock").value(7));
    }

    @Test
    @Tag("sample#AC-2")
    void changing_a_product_without_price() throws Exception {
        Product product = storedProduct();
        String body =
                """
                {
                  "name": "New name",
                  "stock": 7
                }
                """;

        mvc.perform(updateProduct(product.getId(), body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(product.getId().toString()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.sku").hasJsonPath())
                .andExpect(jsonPath("$.price").hasJsonPath())
                .andExpect(jsonPath("$.stock").value(7));
    }

    @Test
    @Tag("sample#AC-3")
    void changing_a_product_with_invalid_fields_names_them() throws Exception {
        Product product = storedProduct();
        String body =
                """
                {
                  "name": "%s",
                  "price": -1,
                  "stock": -1
                }
                """
                        .formatted("x".repeat(61));

        mvc.perform(updateProduct(product.getId(), body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name")))
                .andExpect(content().string(containsString("price")))
                .andExpect(content().string(containsString("stock")));
    }

    @Test
    @Tag("sample#AC-3")
    void changing_a_product_with_price_too_large_is_refused() throws Exception {
        Product product = storedProduct();
        String body =
                """
                {
                  "name": "New name",
                  "price": 10000.99,
                  "stock": 7
                }
                """;

        mvc.perform(updateProduct(product.getId(), body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("price")));
    }

    @Test
    @Tag("sample#AC-3")
    void changing_a_product_with_stock_too_large_is_refused() throws Exception {
        Product product = storedProduct();
        String body =
                """
                {
                  "name": "New name",
                  "price": 7.5,
                  "stock": 100001
                }
                """;

        mvc.perform(updateProduct(product.getId(), body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("stock")));
    }

    @Test
    @Tag("sample#AC-6")
    void updating_a_product_succeeds() throws Exception {
        Product product = storedProduct();

        mvc.perform(updateProduct(product.getId(), VALID_UPDATE_PRODUCT))
                .andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder updateProduct(Object id, String body) {
        return patch("/products/{id}", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Product storedProduct() {
        Product product =
                new Product(UUID.randomUUID(), "Some name", "Some sku", BigDecimal.ONE, 1);
        return products.save(product);
    }
}
