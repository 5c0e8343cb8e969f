package org.shop.basket;

import java.util.List;

public record Basket(String number, List<Article> articles) {}
