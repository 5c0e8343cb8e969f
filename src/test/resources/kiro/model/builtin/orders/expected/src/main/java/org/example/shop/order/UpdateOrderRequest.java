package org.example.shop.order;

public record UpdateOrderRequest(Integer quantity, String comment) {}
