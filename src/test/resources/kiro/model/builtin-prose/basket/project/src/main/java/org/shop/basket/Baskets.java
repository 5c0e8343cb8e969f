package org.shop.basket;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
public class Baskets {

    private final Map<String, Basket> kept = new ConcurrentHashMap<>();

    public void keep(Basket basket) {
        kept.put(basket.number(), basket);
    }

    public Optional<Basket> find(String number) {
        return Optional.ofNullable(kept.get(number));
    }

    public void save(Basket basket) {
        keep(basket);
    }
}
