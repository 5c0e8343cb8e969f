package org.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.example.catalog.MovableClock;
import org.example.catalog.MovableClockConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Import(MovableClockConfig.class)
@Transactional
class SampleTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String VALID_PATCH_PRODUCT =
            """
            {
              "name": "New name",
              "price": 7.5,
              "stock": 7
            }
            """;
    private static final String VALID_PUT_PRODUCT =
            """
            {
              "sku": "New sku"
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

        mvc.perform(patchProduct(product.getId(), VALID_PATCH_PRODUCT))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(product.getId().toString()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.sku").value("Some sku"))
                .andExpect(jsonPath("$.price").value(7.5))
                .andExpect(jsonPath("$.stock").value(7));
        Product stored = products.findById(product.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("New name");
        assertThat(stored.getPrice()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(stored.getStock()).isEqualTo(7);
    }

    @Test
    @Tag("sample#AC-1")
    void changing_a_product_without_what_is_optional_succeeds() throws Exception {
        Product product = storedProduct();
        String body =
                """
                {}
                """;

        mvc.perform(patchProduct(product.getId(), body)).andExpect(status().isOk());
        Product stored = products.findById(product.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getStock()).isEqualTo(1);
    }

    @Test
    @Tag("sample#AC-2")
    void changing_a_product_does_not_show_what_is_private() throws Exception {
        Product product = storedProduct();

        mvc.perform(patchProduct(product.getId(), VALID_PATCH_PRODUCT))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(product.getId().toString()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.sku").value("Some sku"))
                .andExpect(jsonPath("$.price").value(7.5))
                .andExpect(jsonPath("$.stock").value(7))
                .andExpect(jsonPath("$.supplier").doesNotExist());
        Product stored = products.findById(product.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("New name");
        assertThat(stored.getPrice()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(stored.getStock()).isEqualTo(7);
    }

    @Test
    @Tag("sample#AC-3")
    void changing_a_product_without_price() throws Exception {
        Product product = storedProduct();
        String body =
                """
                {
                  "name": "New name",
                  "stock": 7
                }
                """;

        mvc.perform(patchProduct(product.getId(), body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(product.getId().toString()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.sku").value("Some sku"))
                .andExpect(
                        jsonPath("$.price")
                                .value(
                                        products.findById(product.getId())
                                                .orElseThrow()
                                                .getPrice()
                                                .doubleValue()))
                .andExpect(jsonPath("$.stock").value(7));
        Product stored = products.findById(product.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("New name");
        assertThat(stored.getStock()).isEqualTo(7);
    }

    @Test
    @Tag("sample#AC-4")
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

        mvc.perform(patchProduct(product.getId(), body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("\"name\"")))
                .andExpect(content().string(containsString("\"price\"")))
                .andExpect(content().string(containsString("\"stock\"")));
        Product stored = products.findById(product.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getStock()).isEqualTo(1);
    }

    @Test
    @Tag("sample#AC-4")
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

        mvc.perform(patchProduct(product.getId(), body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("\"price\"")));
        Product stored = products.findById(product.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getStock()).isEqualTo(1);
    }

    @Test
    @Tag("sample#AC-4")
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

        mvc.perform(patchProduct(product.getId(), body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("\"stock\"")));
        Product stored = products.findById(product.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getStock()).isEqualTo(1);
    }

    @Test
    @Tag("sample#AC-6")
    void updating_a_product_succeeds() throws Exception {
        Product product = storedProduct();

        mvc.perform(putProduct(product.getId(), VALID_PUT_PRODUCT)).andExpect(status().isOk());
        assertThat(products.findById(product.getId()).orElseThrow().getSku()).isEqualTo("New sku");
    }

    private static MockHttpServletRequestBuilder patchProduct(Object id, String body) {
        return patch("/products/{id}", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Product storedProduct() {
        Product product =
                new Product(UUID.randomUUID(), "Some name", "Some sku", BigDecimal.ONE, 1);
        return products.save(product);
    }

    private static MockHttpServletRequestBuilder putProduct(Object id, String body) {
        return put("/products/{id}", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
