package org.shop.basket;

public record Article(String sku, int count) {}
