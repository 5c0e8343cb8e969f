package org.example.catalog.product;

import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(ProductController.class)
class ProductControllerTest {
    @Autowired MockMvc mvc;
    @MockitoBean ProductService products;

    @Test
    void returns_a_product() throws Exception {
        UUID id = UUID.randomUUID();
        when(products.get(id)).thenReturn(new ProductDto(id, "Lamp", "L-1", BigDecimal.TEN, 3));

        mvc.perform(get("/products/{id}", id)).andExpect(status().isOk());
    }
}
