package org.example.catalog.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;

@Entity
class Product {
    @Id private UUID id;
    private String name;
    private String sku;
    private BigDecimal price;
    private Integer stock;

    protected Product() {}

    Product(UUID id, String name, String sku, BigDecimal price, Integer stock) {
        this.id = id;
        this.name = name;
        this.sku = sku;
        this.price = price;
        this.stock = stock;
    }

    UUID getId() {
        return id;
    }

    String getName() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    String getSku() {
        return sku;
    }

    BigDecimal getPrice() {
        return price;
    }

    void setPrice(BigDecimal price) {
        this.price = price;
    }

    Integer getStock() {
        return stock;
    }

    void setStock(Integer stock) {
        this.stock = stock;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }
}
