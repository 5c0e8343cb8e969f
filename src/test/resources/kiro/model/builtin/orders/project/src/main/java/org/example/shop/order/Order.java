package org.example.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

record Order(UUID id, long customerId, String article, int quantity, BigDecimal price, String comment, Instant placedAt) {
}
