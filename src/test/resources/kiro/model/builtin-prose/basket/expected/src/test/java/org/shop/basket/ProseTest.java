package org.shop.basket;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext
class ProseTest {

    @Autowired private MockMvc mvc;
    @Autowired private Baskets baskets;

    @Test
    @Tag("prose#AC-1")
    void readingArticlesAnswersWithIt() throws Exception {
        Basket basket = storedBasket();

        mvc.perform(getArticle(basket.number()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].sku").value("Some sku"))
                .andExpect(jsonPath("$[0].count").value(1));
    }

    @Test
    @Tag("prose#AC-2")
    void readingAnUnknownArticleIsNotFound() throws Exception {
        mvc.perform(getArticle("unknown")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder getArticle(Object id) {
        return get("/baskets/{number}/articles", id);
    }

    private Basket storedBasket() {
        Basket basket =
                new Basket(
                        UUID.randomUUID().toString().substring(0, 13),
                        List.of(new Article("Some sku", 1)));
        baskets.keep(basket);
        return basket;
    }
}
