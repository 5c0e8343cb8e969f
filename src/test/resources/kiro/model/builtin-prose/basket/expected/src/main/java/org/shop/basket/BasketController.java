package org.shop.basket;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/baskets")
public class BasketController {

    private final Baskets baskets;

    public BasketController(Baskets baskets) {
        this.baskets = baskets;
    }

    @GetMapping("/{number}")
    public Basket show(@PathVariable String number) {
        return baskets.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such basket"));
    }

    @GetMapping("/{number}/articles")
    public List<Article> listArticles(@PathVariable String number) {
        Basket basket =
                baskets.find(number)
                        .orElseThrow(
                                () -> new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        "basket " + number + " does not exist"));
        return basket.articles();
    }
}
